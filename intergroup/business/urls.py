"""Where business meetings are called, held and read about."""

from intergroup.business.views.home import urls as home
from intergroup.business.views.packets import urls as packets
from intergroup.business.views.tasks import urls as tasks

app_name = "business"
urlpatterns = [
    *home.urlpatterns,
    *packets.urlpatterns,
    *tasks.urlpatterns,
]
