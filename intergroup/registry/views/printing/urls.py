"""Where the printed directory is."""

urlpatterns = []
