"""Where the rotation is read."""

from django.urls import path

from service.views.rotation import calendar, election_list

urlpatterns = [
    path("rotation.ics", calendar.rotation_feed, name="rotation-feed"),
    path("to-elect/", election_list.to_elect, name="to-elect"),
    path("to-elect/<int:pk>/", election_list.to_elect, name="to-elect-at"),
]
