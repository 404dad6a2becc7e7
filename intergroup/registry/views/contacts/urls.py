"""Where the contact sheet is."""

urlpatterns = []
