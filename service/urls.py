"""Where the pages of service are; each noun’s views say their own."""

from django.urls import path

from service.views import election_papers, opportunities, ready_sets
from service.views.elections.urls import urlpatterns as elections
from service.views.handover.urls import urlpatterns as handover
from service.views.rotation.urls import urlpatterns as rotation

PAPERS = [
    path("elections/<int:pk>/papers/", election_papers.papers, name="election-papers"),
    path(
        "elections/<int:pk>/ballots.pdf",
        election_papers.ballots,
        name="election-ballots",
    ),
    path("elections/<int:pk>/tally.pdf", election_papers.tally, name="election-tally"),
    path(
        "elections/<int:pk>/record.pdf", election_papers.record, name="election-record"
    ),
]
OPEN = [
    path("open-positions/", opportunities.open_positions, name="open-positions"),
    path("opportunities.pdf", opportunities.flyer, name="opportunities-pdf"),
    path("ready-sets/", ready_sets.ready_sets, name="ready-sets"),
    path("ready-sets/<slug:slug>/", ready_sets.ready_set, name="ready-set"),
]

app_name = "service"
urlpatterns = [*OPEN, *elections, *PAPERS, *handover, *rotation]
