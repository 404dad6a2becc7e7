"""What business meetings pin to the minutes."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import ItemKind
from intergroup.business.reports.action_items import taken_on
from intergroup.kit import record


@record.section(
    "action-items",
    title=_("Action items"),
    order=90,
    template="business/packet/action_items.html",
    about=ItemKind.CLOSING,
)
def action_items(meeting):
    """Show what was taken on at the meeting."""
    return taken_on(meeting)
