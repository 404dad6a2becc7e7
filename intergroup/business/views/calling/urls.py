"""Addresses of calling a meeting."""

from django.urls import path

from intergroup.business.views.calling import notice, ready_agendas

urlpatterns = [
    path("agendas/", ready_agendas.ready_agendas, name="ready-agendas"),
    path("agendas/<slug:slug>/", ready_agendas.add, name="ready-agenda"),
    path("meeting/<int:pk>/notice/", notice.notice, name="notice"),
    path("meeting/<int:pk>/meeting.ics", notice.calendar_file, name="meeting-ics"),
]
