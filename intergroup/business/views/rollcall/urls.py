"""Addresses of the roll call."""

from django.urls import path

from intergroup.business.views.rollcall import page, running, tapping

ROLL = "meeting/<int:pk>/roll/"
urlpatterns = [
    path(ROLL, page.roll, name="roll"),
    path(f"{ROLL}group/", tapping.group, name="roll-group"),
    path(f"{ROLL}officer/", tapping.officer, name="roll-officer"),
    path(f"{ROLL}observers/", tapping.observers, name="roll-observers"),
    path(f"{ROLL}quorum/", running.count, name="roll-quorum"),
    path(f"{ROLL}open/", running.opening, name="roll-open"),
]
