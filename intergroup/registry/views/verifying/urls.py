"""Where the yearly question is."""

from django.urls import path, re_path

from intergroup.registry.views.verifying import confirm, office

urlpatterns = [
    path("groups/confirm/<str:token>/", confirm.confirm, name="confirm"),
    re_path(
        r"^groups/confirmed/(?P<answer>right|closed)/$",
        confirm.confirmed,
        name="confirmed",
    ),
    path("office/verification/", office.verification, name="verification"),
    path("office/verification/ask/", office.ask_due, name="verification-ask"),
    path(
        "office/verification/<int:pk>/ask/",
        office.ask_one,
        name="verification-ask-one",
    ),
    path(
        "office/verification/<int:pk>/right/",
        office.said_right,
        name="verification-right",
    ),
]
