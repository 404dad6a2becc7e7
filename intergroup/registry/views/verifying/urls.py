"""Where the yearly question is."""

urlpatterns = []
