"""Where business meetings are called, held and read about."""

from django.urls import path

from intergroup.business.views import packet
from intergroup.business.views.minutes import urls as minutes
from intergroup.business.views.reporting import urls as reporting

app_name = "business"
urlpatterns = [
    path("packet/<int:pk>/", packet.packet_page, name="packet"),
    path("packet/<int:pk>/packet.pdf", packet.packet_file, name="packet-pdf"),
    *reporting.urlpatterns,
    *minutes.urlpatterns,
]
