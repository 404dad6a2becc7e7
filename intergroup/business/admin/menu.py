"""Which lists of business meetings are looked at now and then only."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import (
    AgendaTemplate,
    MeetingReport,
    PresentedPacket,
    Rules,
    Sending,
)
from intergroup.kit import admin

admin.site.arrange(_("What is agreed"), AgendaTemplate, Rules)
admin.site.arrange(_("Records"), MeetingReport, PresentedPacket, Sending)
