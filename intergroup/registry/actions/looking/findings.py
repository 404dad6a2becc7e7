"""Writing down what may be a person’s, and what was decided about it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions.looking.guarded import NAME, Row, known_here, texts_of
from intergroup.registry.models import (
    Body,
    Directory,
    Finding,
    Group,
    Location,
    Meeting,
    User,
)

Key = tuple[str, int, str, str]
_AT_ONCE = 500


@transaction.atomic
def look_over(
    rows: Iterable[Row] | None = None, *, at: datetime | None = None
) -> list[Finding]:
    """Write down what is newly found in these rows, all of the register unless told.

    What waits undecided and stands there no more goes. Looking twice changes nothing.
    Returns the new findings.
    """
    looked_at = _everything() if rows is None else list(rows)
    known = known_here(Body.objects.current(), Directory.objects.current())
    found, seen = {}, set()
    for row in looked_at:
        model = row._meta.model_name
        seen.add((model, row.pk))
        for text in texts_of(row):
            for each in text.found(known):
                found[model, row.pk, text.field, each.words] = (row, each.kind)
    there = dict(_there(None if rows is None else seen))
    gone = [
        pk for key, (pk, decision) in there.items() if not decision and key not in found
    ]
    if gone:
        Finding.objects.filter(pk__in=gone).delete()
    new = {key: said for key, said in found.items() if key not in there}
    return _write(new, at or timezone.now())


def look_over_group(group: Group, *, at: datetime | None = None) -> list[Finding]:
    """Look over a group with its meetings and their places."""
    meetings = list(group.meetings.select_related("group", "location"))
    places = {each.location_id: each.location for each in meetings if each.location_id}
    return look_over([group, *meetings, *places.values()], at=at)


@transaction.atomic
def decide(
    findings: Iterable[Finding],
    decision: str,
    *,
    decided_at: datetime,
    decided_by: User,
) -> int:
    """Decide that words may be shown, or stay hidden; return how many.

    Raises ValidationError (``a_name_is_shown``) for words in a name that should stay
    hidden: a name is changed, not hidden.
    """
    findings = list(findings)
    named = [each for each in findings if each.field == NAME]
    if named and decision == Finding.Decision.WITHHOLD:
        message = _("“%s” stands in a name, which is always shown. Change the name.")
        raise ValidationError(message % named[0], code="a_name_is_shown")
    for each in findings:
        each.decision, each.decided_at = decision, decided_at
        each.decided_by = decided_by
    fields = ["decision", "decided_at", "decided_by"]
    return Finding.objects.bulk_update(findings, fields, batch_size=_AT_ONCE)


def _everything() -> Iterator[Row]:
    """Yield what the public may come to read."""
    yield from Group.objects.exclude(status__in=Group.GONE).iterator()
    yield from Meeting.objects.listed().select_related("group").iterator()
    yield from Location.objects.iterator()


def _there(seen: set[tuple[str, int]] | None) -> Iterator[tuple[Key, tuple[int, str]]]:
    """Yield what was found before: its key, with its id and what was decided."""
    rows = Finding.objects.order_by().values_list(
        "pk", "decision", "meeting_id", "group_id", "location_id", "field", "found"
    )
    for pk, decision, meeting, group, location, field, words in rows:
        model, row = place_of(meeting, group, location)
        if seen is None or (model, row) in seen:
            yield (model, row, field, words), (pk, decision)


def place_of(
    meeting: int | None, group: int | None, location: int | None
) -> tuple[str, int]:
    """Return the model and the id of the row in which words were found."""
    if meeting:
        return "meeting", meeting
    return ("group", group) if group else ("location", location)


def _write(new: dict[Key, tuple[Row, str]], at: datetime) -> list[Finding]:
    """Save what is new, also where somebody else is about to save the same."""
    if not new:
        return []
    findings = [
        Finding(field=field, kind=kind, found=words, found_at=at, **{model: row})
        for (model, _pk, field, words), (row, kind) in new.items()
    ]
    Finding.objects.bulk_create(findings, batch_size=_AT_ONCE, ignore_conflicts=True)
    waiting = Finding.objects.undecided().select_related("meeting", "group", "location")
    return [each for each in waiting.order_by("pk") if _key(each) in new]


def _key(finding: Finding) -> Key:
    place = place_of(finding.meeting_id, finding.group_id, finding.location_id)
    return (*place, finding.field, finding.found)
