"""The desk and the reports: pages that show what the apps have pinned to the boards."""

from django.urls import path

from intergroup.kit import views

urlpatterns = [
    path("", views.home, name="desk"),
    path("reports/", views.report_list, name="reports"),
    path("reports/<slug:slug>/", views.report, name="report"),
]
