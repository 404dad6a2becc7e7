"""Where business meetings are called, held and read about."""

from intergroup.business.views.calling import urls as calling
from intergroup.business.views.home import urls as home
from intergroup.business.views.meeting import urls as meeting
from intergroup.business.views.minutes import urls as minutes
from intergroup.business.views.motions import urls as motions
from intergroup.business.views.packets import urls as packets
from intergroup.business.views.reporting import urls as reporting
from intergroup.business.views.rollcall import urls as rollcall
from intergroup.business.views.sendings import urls as sendings
from intergroup.business.views.tasks import urls as tasks

app_name = "business"
urlpatterns = [
    *calling.urlpatterns,
    *home.urlpatterns,
    *meeting.urlpatterns,
    *minutes.urlpatterns,
    *motions.urlpatterns,
    *packets.urlpatterns,
    *reporting.urlpatterns,
    *rollcall.urlpatterns,
    *sendings.urlpatterns,
    *tasks.urlpatterns,
]
