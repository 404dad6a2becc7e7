"""Where words to look at is."""

urlpatterns = []
