"""Where business meetings are called, held and read about."""

from intergroup.business.views.packets import urls as packets

app_name = "business"
urlpatterns = [
    *packets.urlpatterns,
]
