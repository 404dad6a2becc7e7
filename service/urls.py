"""Where the pages of service are; each noun’s views say their own."""

from django.urls import URLPattern

app_name = "service"
urlpatterns: list[URLPattern] = []
