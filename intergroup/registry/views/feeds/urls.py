"""Where the feeds are."""

from django.urls import path

from intergroup.registry.views.feeds import serving

urlpatterns = [
    path("feeds/meeting-guide.json", serving.meeting_guide, name="feed-guide"),
    path("feeds/tsml.json", serving.tsml_json, name="feed-tsml"),
    path("feeds/tsml.csv", serving.tsml_csv, name="feed-csv"),
]
