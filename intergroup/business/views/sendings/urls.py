"""Where a sending shows how far it is."""

from django.urls import path

from intergroup.business.views.sendings import page

urlpatterns = [
    path("sent/<int:pk>/", page.sent, name="sent"),
    path("sent/<int:pk>/go-on/", page.go_on, name="sent-go-on"),
]
