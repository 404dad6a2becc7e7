"""Where the packet is read."""

from django.urls import path

from intergroup.business import views

app_name = "business"
urlpatterns = [
    path("packet/<int:pk>/", views.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", views.packet_file, name="packet-pdf"),
]
