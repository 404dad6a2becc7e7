"""Addresses of the packet."""

from django.urls import path

from intergroup.business.views.packets import presenting, reading, sending

urlpatterns = [
    path("packet/<int:pk>/", reading.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", reading.packet_file, name="packet-pdf"),
    path("packet/<int:pk>/present/", presenting.present, name="packet-present"),
    path("packet/made/<int:pk>/", presenting.made, name="packet-made"),
    path("packet/kept/<int:pk>.pdf", presenting.kept, name="packet-kept"),
    path("packet/kept/<int:pk>/send/", sending.send_packet, name="packet-send"),
]
