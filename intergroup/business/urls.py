"""Where business meetings are called, held and read about."""

from django.urls import path

from intergroup.business.views import packet
from intergroup.business.views.motions.urls import urlpatterns as motions

app_name = "business"
urlpatterns = [
    path("packet/<int:pk>/", packet.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", packet.packet_file, name="packet-pdf"),
    *motions,
]
