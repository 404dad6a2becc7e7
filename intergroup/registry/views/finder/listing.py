"""Find a meeting: what is on now and next, and all that was looked for, day by day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from intergroup.registry.publishing import Published
from intergroup.registry.publishing.around import around
from intergroup.registry.publishing.facets import DAYS, FACETS, Choice
from intergroup.registry.publishing.searching import (
    Index,
    Search,
    find,
    in_order,
    index,
    read,
)
from intergroup.registry.views.finder.answering import answer, public, show
from intergroup.registry.views.finder.rows import (
    Row,
    Section,
    day_title,
    moment_in_words,
    row,
)
from intergroup.registry.views.finder.telling import told

ON_A_PAGE, AT_A_GLANCE = 50, 3


@public
def finder(request: HttpRequest, published: Published) -> HttpResponse:
    """Show the meetings that were looked for, from today on.

    What a form leaves empty is taken out of the address, so that it can be shared.
    """
    said = [(name, value) for name, value in request.GET.items() if value]
    if len(said) < len(request.GET):
        return redirect(f"{request.path}?{urlencode(said)}" if said else request.path)
    return answer(request, published, lambda: _page(request, published))


def _page(request: HttpRequest, published: Published) -> HttpResponse:
    now, entries = timezone.now(), index(published)
    search = read(entries, request.GET)
    found = in_order(entries, find(entries, search), now)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    is_first = page.number == 1 and not {"day", "time"} & search.chosen.keys()
    return show(
        request,
        published,
        "public/finder.html",
        title=_("Find a meeting"),
        search=search,
        boxes=_boxes(entries, search),
        told=told(search, len(found)),
        page=page,
        sections=_sections(published, page, found, now),
        glances=_glances(published, found, now) if is_first else (),
        leads=[] if found else _leads(entries, search),
        removals=_removals(search),
        query=urlencode(search.address),
        today=_day_value(published),
    )


def _day_value(published: Published) -> str:
    """Return today’s name as it stands in an address."""
    return DAYS[published.on.isoweekday() % 7]


# ── The form ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Box:
    """A choice to be made in the form."""

    name: str
    label: str
    any_label: str
    choices: tuple[Choice, ...]
    chosen: str


def _boxes(entries: Index, search: Search) -> list[Box]:
    """Return the boxes that offer anything, as they were filled in."""
    labels = {
        "day": (_("Day"), _("Any day")),
        "time": (_("Time of day"), _("Any time")),
        "place": (_("Place"), _("Anywhere")),
        "how": (_("Online or in person"), _("Either")),
        "open": (_("Open or closed"), _("Either")),
        "type": (_("Kind of meeting"), _("Any kind")),
        "language": (_("Language"), _("Any language")),
    }
    chosen = {name: choice.value for name, choice in search.chosen.items()}
    return [
        Box(name, *labels[name], entries.choices[name], chosen.get(name, ""))
        for name in FACETS
        if entries.choices[name]
    ]


# ── What was found ───────────────────────────────────────────────────────────


def _sections(
    published: Published, page: Page, found: list[int], now: datetime
) -> list[Section]:
    entries, instant = index(published).entries, now.timestamp()

    def key(number: int) -> tuple[date | None, bool]:
        return entries[number].held_on(instant), entries[number].meeting.day is None

    days = Counter(map(key, found))
    titles = {
        (held_on, is_asked): day_title(published, held_on, is_by_appointment=is_asked)
        for held_on, is_asked in days
    }
    counts: Counter[str] = Counter()
    for day, count in days.items():
        counts[titles[day]] += count
    return [
        Section(
            said,
            counts[said],
            tuple(row(published, entries[n].meeting, key(n)[0]) for n in numbers),
        )
        for said, numbers in groupby(page.object_list, key=lambda n: titles[key(n)])
    ]


@dataclass(frozen=True, slots=True)
class Glance:
    """What is on now, or next, above the list."""

    title: str
    rows: tuple[tuple[str, Row], ...]


def _glances(published: Published, found: list[int], now: datetime) -> list[Glance]:
    close = around(published, frozenset(found), now, most=AT_A_GLANCE)
    entries = index(published).entries

    def said(moments: tuple) -> Iterator[tuple[str, Row]]:
        for each in moments:
            meeting = entries[each.number].meeting
            yield (
                moment_in_words(published, each.start),
                row(published, meeting, entries[each.number].next_on),
            )

    glances = [
        Glance(_("On now"), tuple(said(close.on))),
        Glance(_("Next"), tuple(said(close.ahead))),
    ]
    return [glance for glance in glances if glance.rows]


# ── Ways on ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Lead:
    """A link to a wider search: what is left out, and how much there is then."""

    label: str
    address: str
    told: str = ""


def _address(search: Search) -> str:
    path, query = reverse("registry:finder"), urlencode(search.address)
    return f"{path}?{query}" if query else path


def _asked(search: Search) -> dict[str, str]:
    """Return what was looked for in words, by the name of its box."""
    asked = {name: choice.label for name, choice in search.chosen.items()}
    return {**asked, "words": f"“{search.words}”"} if search.words else asked


def _removals(search: Search) -> list[Lead]:
    return [
        Lead(label, _address(search.without(name)))
        for name, label in _asked(search).items()
    ]


def _leads(entries: Index, search: Search) -> list[Lead]:
    """Return the searches that find something once one thing is left out."""
    leads = []
    for name, label in _asked(search).items():
        wider = search.without(name)
        if count := len(find(entries, wider)):
            leads.append(Lead(label, _address(wider), told(wider, count)))
    return leads
