"""Beginning the minutes: a part for each item of the agenda, in its order."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting, ItemKind, Minutes, MinutesPart

STEP = 10
USUAL = (  # of a meeting without an agenda
    ItemKind.OPENING,
    ItemKind.ROLL_CALL,
    ItemKind.MINUTES,
    ItemKind.TREASURER,
    ItemKind.OFFICERS,
    ItemKind.COMMITTEES,
    ItemKind.GROUPS,
    ItemKind.OLD,
    ItemKind.NEW,
    ItemKind.ELECTIONS,
    ItemKind.DATES,
    ItemKind.CLOSING,
)


@transaction.atomic
def begin_minutes(meeting: BusinessMeeting) -> Minutes:
    """Begin the minutes of ``meeting`` with the parts of its agenda.

    Raises ValidationError (``begun``) where they are begun already.
    """
    BusinessMeeting.objects.select_for_update().get(pk=meeting.pk)
    if Minutes.objects.filter(meeting=meeting).exists():
        message = _("The minutes of this meeting are begun already.")
        raise ValidationError(message, code="begun")
    minutes = Minutes.objects.create(meeting=meeting)
    items = [(each.kind, each.title) for each in meeting.agenda.all()]
    items = items or [(kind, str(kind.label)) for kind in USUAL]
    MinutesPart.objects.bulk_create(
        MinutesPart(minutes=minutes, order=place * STEP, kind=kind, title=title)
        for place, (kind, title) in enumerate(items, start=1)
    )
    return minutes
