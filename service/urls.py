"""Where the pages of service are; each noun’s views say their own."""

from django.urls import URLPattern

from service.views.handover.urls import urlpatterns as handover

app_name = "service"
urlpatterns: list[URLPattern] = [*handover]
