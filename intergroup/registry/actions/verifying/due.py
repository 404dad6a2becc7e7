"""Which groups are to be asked on a day, and who of them is to be reminded."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from intergroup.kit import dates
from intergroup.registry.actions.verifying.contacts import Contact
from intergroup.registry.models import Directory, Group, Registration, Verification

ASKABLE = (*Group.PUBLISHED, Group.Status.MISSING)
AGAIN_MONTHS = 3  # who did not answer is asked again after so many, not every night


def silent_since(day: date) -> Q:
    """Return what tells the groups that nobody has heard from since ``day``.

    Who never said “still right” was last heard from on the day of its registration.
    """
    never = Q(verified_on__isnull=True)
    unknown = never & Q(registered_on__isnull=True)
    return unknown | Q(verified_on__lt=day) | never & Q(registered_on__lt=day)


def groups_due(on: date, directory: Directory) -> QuerySet[Group]:
    """Return the groups to ask on ``on``, by number.

    One whose form waits for the office has answered, and is left alone.
    """
    since = dates.add_months(on, -directory.verify_months)
    waiting = Registration.objects.waiting().filter(group__isnull=False)
    due = Group.objects.on_the_roll().filter(silent_since(since))
    return due.exclude(pk__in=waiting.values("group")).order_by("number")


def to_ask(
    reachable: Mapping[int, Iterable[Contact]], *, on: date, directory: Directory
) -> list[list[Contact]]:
    """Return whom the clock asks, group by group: contacts not asked lately."""
    months = min(AGAIN_MONTHS, directory.verify_months)
    lately = Q(asked_on__gt=dates.add_months(on, -months))
    is_open = Q(answered_at__isnull=True, expires_on__gt=on)
    asked = Verification.objects.filter(lately | is_open)
    known = set(asked.values_list("group_id", "person_id"))
    found = [
        [each for each in contacts if (pk, each.person_id) not in known]
        for pk, contacts in reachable.items()
    ]
    return [contacts for contacts in found if contacts]


def to_remind(on: date, directory: Directory) -> QuerySet[Verification]:
    """Return the open questions that were asked long enough ago, and once only."""
    asked_by = on - timedelta(days=directory.remind_days)
    questions = Verification.objects.open_on(on).filter(
        reminded_on__isnull=True, asked_on__lte=asked_by, group__status__in=ASKABLE
    )
    return questions.select_related("group").order_by("group__number", "pk")
