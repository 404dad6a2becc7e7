"""Where the public directory is."""

urlpatterns = []
