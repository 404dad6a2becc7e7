"""Where the feeds is."""

urlpatterns = []
