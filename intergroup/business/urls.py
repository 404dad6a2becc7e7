"""Where business meetings are called, held and read about."""

from django.urls import path

from intergroup.business.views import packet
from intergroup.business.views.rollcall import page, running, tapping

app_name = "business"
ROLL = "meeting/<int:pk>/roll/"
urlpatterns = [
    path("packet/<int:pk>/", packet.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", packet.packet_file, name="packet-pdf"),
    path(ROLL, page.roll, name="roll"),
    path(f"{ROLL}group/", tapping.group, name="roll-group"),
    path(f"{ROLL}officer/", tapping.officer, name="roll-officer"),
    path(f"{ROLL}observers/", tapping.observers, name="roll-observers"),
    path(f"{ROLL}quorum/", running.count, name="roll-quorum"),
    path(f"{ROLL}open/", running.opening, name="roll-open"),
]
