"""Where the public forms is."""

urlpatterns = []
