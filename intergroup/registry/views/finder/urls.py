"""Where the public directory is."""

from django.urls import path

from intergroup.registry.views.finder.calendars import meeting_calendar, whole_calendar
from intergroup.registry.views.finder.contributing import contribute
from intergroup.registry.views.finder.front import front
from intergroup.registry.views.finder.listing import finder
from intergroup.registry.views.finder.meeting import meeting, meeting_qr

urlpatterns = [
    path("", front, name="front"),
    path("meetings/", finder, name="finder"),
    path("meetings/calendar.ics", whole_calendar, name="calendar"),
    path("meetings/<str:slug>.ics", meeting_calendar, name="meeting-calendar"),
    path("meetings/<str:slug>/qr.svg", meeting_qr, name="meeting-qr"),
    path("meetings/<str:slug>/", meeting, name="meeting"),
    path("contribute/", contribute, name="contribute"),
]
