"""Where the pages of service are; each noun’s views say their own."""

from django.urls import path

from service.views import opportunities, ready_sets

app_name = "service"
urlpatterns = [
    path("open-positions/", opportunities.open_positions, name="open-positions"),
    path("opportunities.pdf", opportunities.flyer, name="opportunities-pdf"),
    path("ready-sets/", ready_sets.ready_sets, name="ready-sets"),
    path("ready-sets/<slug:slug>/", ready_sets.ready_set, name="ready-set"),
]
