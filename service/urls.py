"""Where the pages of service are; each noun’s views say their own."""

from service.views.elections.urls import urlpatterns as elections
from service.views.handover.urls import urlpatterns as handover
from service.views.rotation.urls import urlpatterns as rotation

app_name = "service"
urlpatterns = [*elections, *handover, *rotation]
