"""Addresses of what is carried home."""

from django.urls import path

from intergroup.business.views.home import sheet

urlpatterns = [
    path("meeting/<int:pk>/home/", sheet.all_sheets, name="sheets"),
    path("meeting/<int:pk>/home/<int:number>/", sheet.sheet, name="sheet"),
]
