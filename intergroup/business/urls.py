"""Where business meetings are called, held and read about."""

from django.urls import path

from intergroup.business.views import packet
from intergroup.business.views.calling import notice, ready_agendas
from intergroup.business.views.rollcall import page, running, tapping

app_name = "business"
ROLL = "meeting/<int:pk>/roll/"
urlpatterns = [
    path("packet/<int:pk>/", packet.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", packet.packet_file, name="packet-pdf"),
    path("agendas/", ready_agendas.ready_agendas, name="ready-agendas"),
    path("agendas/<slug:slug>/", ready_agendas.add, name="ready-agenda"),
    path("meeting/<int:pk>/notice/", notice.notice, name="notice"),
    path("meeting/<int:pk>/meeting.ics", notice.calendar_file, name="meeting-ics"),
    path(ROLL, page.roll, name="roll"),
    path(f"{ROLL}group/", tapping.group, name="roll-group"),
    path(f"{ROLL}officer/", tapping.officer, name="roll-officer"),
    path(f"{ROLL}observers/", tapping.observers, name="roll-observers"),
    path(f"{ROLL}quorum/", running.count, name="roll-quorum"),
    path(f"{ROLL}open/", running.opening, name="roll-open"),
]
