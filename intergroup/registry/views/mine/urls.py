"""Where one’s own group is."""

urlpatterns = []
