"""The agenda of a meeting to come: from a template, and what earlier ones left over."""

from datetime import date, timedelta

from django.db import transaction

from intergroup.business.actions.rollcall import hold
from intergroup.business.models import (
    AgendaItem,
    AgendaTemplate,
    BusinessMeeting,
    ItemKind,
    Rules,
)

LAST = 1000  # the order of what has no place of its own
RULED = (
    "quorum_kind",
    "quorum_parts",
    "quorum_of",
    "quorum_groups",
    "quorum_officers",
    "quorum_office",
    "quorum_base",
    "is_quorum_recalled",
)


def ruled(rules: Rules | BusinessMeeting) -> dict[str, object]:
    """Return what a meeting takes over from the rules when it is planned."""
    return {name: getattr(rules, name) for name in RULED}


@transaction.atomic
def prepare(
    meeting: BusinessMeeting, *, template: AgendaTemplate | None, today: date
) -> None:
    """Give a saved meeting its deadlines and agenda, where it has none.

    A meeting that is over stays as it is.
    """
    if meeting.held_on < today:
        return
    _set_deadlines(meeting)
    if template is not None:
        set_agenda(meeting, template)
    carry_over(meeting)


@transaction.atomic
def set_agenda(meeting: BusinessMeeting, template: AgendaTemplate) -> None:
    """Write the lines of ``template`` into an agenda that is still empty.

    What was carried over does not count as begun.
    """
    held = hold(meeting)
    if held.agenda.filter(carried_from__isnull=True).exists():
        return
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=held,
            order=each.order,
            kind=each.kind,
            title=each.title,
            led_by=each.led_by,
            minutes=each.minutes,
        )
        for each in template.items.all()
    )


@transaction.atomic
def carry_over(meeting: BusinessMeeting) -> list[AgendaItem]:
    """Put what earlier meetings left open onto the agenda of ``meeting``, each once.

    It stands where it stood: after the item of its kind, or else under old business.
    """
    held = hold(meeting)
    left = AgendaItem.objects.filter(
        is_left_open=True, carried_to__isnull=True, meeting__held_on__lt=held.held_on
    ).order_by("meeting__held_on", "order", "pk")
    places = _places(held)
    made = [_carried(each, held, places) for each in left]
    for each in made:
        each.full_clean()
        each.save()
    return made


def _carried(
    item: AgendaItem, meeting: BusinessMeeting, places: dict[str, int]
) -> AgendaItem:
    kind = item.kind or ItemKind.OLD
    order = places.get(kind, places.get(ItemKind.OLD, LAST))
    return AgendaItem(
        meeting=meeting,
        order=order,
        kind=item.kind,
        title=item.title,
        led_by=item.led_by,
        minutes=item.minutes,
        carried_from=item,
    )


def _places(meeting: BusinessMeeting) -> dict[str, int]:
    """Return the order of the last item of each kind."""
    return dict(meeting.agenda.order_by("order", "pk").values_list("kind", "order"))


def _set_deadlines(meeting: BusinessMeeting) -> None:
    rules = Rules.objects.current()
    for name, days in (
        ("reports_due_on", rules.reports_days),
        ("motions_due_on", rules.motions_days),
    ):
        if getattr(meeting, name) is None:
            setattr(meeting, name, meeting.held_on - timedelta(days=days))
    meeting.save(update_fields=["reports_due_on", "motions_due_on"])
