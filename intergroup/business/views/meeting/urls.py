"""The address of a business meeting."""

from django.urls import path

from intergroup.business.views.meeting import page

urlpatterns = [path("meeting/<int:pk>/", page.page, name="meeting")]
