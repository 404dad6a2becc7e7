"""Where the contact sheet is, and where a service is handed on."""

from django.urls import path

from intergroup.registry.views.contacts.rotating import rotating
from intergroup.registry.views.contacts.sheet import sheet

urlpatterns = [
    path("office/contacts/", sheet, name="contact-sheet"),
    path("office/representatives/<int:pk>/rotate/", rotating, name="rotate"),
]
