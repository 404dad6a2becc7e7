"""The archive of minutes: by year, by committee, by a word."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from intergroup.business.models import ItemKind, MeetingReport, Minutes

AROUND = 70  # letters on each side of a word that was found


@dataclass(frozen=True, slots=True)
class Found:
    """Where a word stands: the heading, and some words around it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """The minutes of one meeting."""

    meeting: int
    title: str
    held_on: date
    state: str
    is_approved: bool
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """What was found, the latest first; and what can be asked for."""

    lines: tuple[Line, ...]
    years: tuple[int, ...]
    committees: tuple[str, ...]


def archive(*, year: int | None = None, committee: str = "", word: str = "") -> Archive:
    """Return the minutes sent round or approved, as far as they are asked for.

    ``committee`` is found in headings, in kinds of items and in reports; ``word`` in
    the words of the minutes and in the motions of their meeting.
    """
    every = Minutes.objects.exclude(state=Minutes.State.DRAFT)
    found = every.listed().select_related("meeting")
    if year:
        found = found.filter(meeting__held_on__year=year)
    if committee:
        found = found.filter(_about(committee))
    if word:
        found = found.filter(_with(word))
    found = found.order_by("-meeting__held_on").distinct()
    days = every.values_list("meeting__held_on", flat=True)
    offices = MeetingReport.objects.given().exclude(office="").order_by("office")
    return Archive(
        lines=tuple(_line(each, word) for each in _prefetched(found)),
        years=tuple(sorted({day.year for day in days}, reverse=True)),
        committees=tuple(offices.values_list("office", flat=True).distinct()),
    )


def _about(committee: str) -> Q:
    kinds = [k.value for k in ItemKind if committee.lower() in str(k.label).lower()]
    reported = MeetingReport.objects.given().filter(office__icontains=committee)
    return (
        Q(parts__title__icontains=committee)
        | Q(parts__kind__in=[kind for kind in kinds if kind])
        | Q(meeting__in=reported.values("meeting"))
    )


def _with(word: str) -> Q:
    texts = ("text", "parts__title", "parts__prose")
    motions = ("number", "title", "text")
    asked = Q()
    for path in (*texts, *(f"meeting__motions__{name}" for name in motions)):
        asked |= Q(**{f"{path}__icontains": word})
    return asked


def _prefetched(found: QuerySet[Minutes]) -> QuerySet[Minutes]:
    return found.prefetch_related("parts", "meeting__motions")


def _line(minutes: Minutes, word: str) -> Line:
    meeting = minutes.meeting
    texts = [(part.title, part.prose) for part in minutes.parts.all()]
    texts += [(str(motion), motion.text) for motion in meeting.motions.all()]
    return Line(
        meeting=meeting.pk,
        title=meeting.title,
        held_on=meeting.held_on,
        state=str(minutes.get_state_display()),
        is_approved=minutes.is_locked,
        found=tuple(_found(texts, word)) if word else (),
    )


def _found(texts: list[tuple[str, str]], word: str) -> list[Found]:
    found = []
    for title, text in texts:
        text = " ".join(text.split())
        at = text.lower().find(word.lower())
        if at >= 0 or word.lower() in title.lower():
            found.append(Found(title, _excerpt(text, max(at, 0), len(word))))
    return found


def _excerpt(text: str, at: int, length: int) -> str:
    first, last = max(at - AROUND, 0), at + length + AROUND
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
