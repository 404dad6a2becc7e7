"""Where what groups sent is."""

urlpatterns = []
