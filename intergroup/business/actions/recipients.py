"""Who should come to a business meeting, and gets what is sent about it."""

from datetime import date

from intergroup.business.actions.sending import Recipient
from intergroup.business.servants import serving_on
from intergroup.registry.models import Body, Group, Representative

LONGEST = 300  # letters of a name in the record


def who_comes(day: date) -> list[Recipient]:
    """Return those who speak for a group on the roll, and all who serve, on ``day``.

    A group without a representative who can be reached is written to at its mailbox.
    """
    return [*_groups(day), *_servants(day)]


def _groups(day: date) -> list[Recipient]:
    body, found = Body.objects.current(), {}
    serving = Representative.objects.serving_on(day)
    serving = serving.filter(group__status__in=Group.ON_THE_ROLL)
    for each in serving.select_related("group", "person").order_by(
        "group__number", "is_alternate", "began_on"
    ):
        called = (
            body.calls_alternate if each.is_alternate else body.calls_representative
        )
        named = Recipient(f"{each.group}, {called}"[:LONGEST], each.person.email)
        found.setdefault(each.group_id, []).append(named)
    for group in Group.objects.on_the_roll():
        speakers = found.setdefault(group.pk, [])
        is_reached = any(each.address for each in speakers)
        if not is_reached and (group.email or not speakers):
            speakers.append(Recipient(str(group), group.email))
    return [each for speakers in found.values() for each in speakers]


def _servants(day: date) -> list[Recipient]:
    return [Recipient(each.office, each.address) for each in serving_on(day)]
