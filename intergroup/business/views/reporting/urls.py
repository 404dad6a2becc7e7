"""Where reports to a meeting are written and read."""

from django.urls import path

from intergroup.business.views.reporting import link, mine, office

urlpatterns = [
    path("report/<str:token>/", link.report, name="report"),
    path("my-report/", mine.my_report, name="my-report"),
    path("meeting/<int:pk>/reports/", office.reports, name="meeting-reports"),
    path("meeting/<int:pk>/reports/ask/", office.ask, name="meeting-reports-ask"),
    path("meeting/<int:pk>/reports/one/", office.report, name="meeting-report"),
    path(
        "meeting/<int:pk>/reports/accept/",
        office.accept,
        name="meeting-reports-accept",
    ),
]
