"""What an election meeting has to elect, from when until when, and who serves now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY
from service.actions.rotating import book_of_service
from service.models import Election
from service.reports.rotation.candidates import again_in_words
from service.rotation import Book, ToElect, may_stand, to_elect
from service.rotation.elections import Why

_WHY = {
    Why.VACANT: gettext_lazy("vacant"),
    Why.INTERIM: gettext_lazy("held until an election by %(name)s"),
    Why.ENDING: gettext_lazy("%(name)s serves until %(last)s"),
    Why.OPENING: gettext_lazy("the position begins"),
    Why.NEXT: gettext_lazy("the term after that"),
}


@dataclass(frozen=True, slots=True)
class Electable:
    """One term to fill; ``again`` says whether whoever serves now may stand again.

    ``ends_on`` is the first day after it. ``election`` is the number of an election
    that is open for it, if one is.
    """

    position: str
    position_pk: int
    seat: int | None
    why: str
    begins_on: date
    ends_on: date
    is_remainder: bool
    again: str
    election: int | None

    @property
    def last_on(self) -> date:
        """The last day of the term."""
        return self.ends_on - ONE_DAY


@dataclass(frozen=True, slots=True)
class ElectionList:
    """What a meeting on ``held_on`` has to elect, in the order of election."""

    held_on: date
    terms: tuple[Electable, ...]


def election_list(held_on: date, *, today: date) -> ElectionList:
    """Return what the meeting on ``held_on`` has to elect, as is known ``today``."""
    book = book_of_service(today)
    ahead = BusinessMeeting.objects.ahead(held_on + ONE_DAY)
    after = ahead.values_list("held_on", flat=True).first()
    found = to_elect(book, held_on, after)
    return ElectionList(held_on, tuple(_electables(book, found)))


def _electables(book: Book, found: tuple[ToElect, ...]) -> Iterator[Electable]:
    opened = {
        (position, begins_on): pk
        for pk, position, begins_on in Election.objects.open().values_list(
            "pk", "position", "begins_on"
        )
    }
    for each in found:
        yield Electable(
            position=each.post.name,
            position_pk=each.post.key,
            seat=each.seat if each.post.seats > 1 else None,
            why=_why(each),
            begins_on=each.begins_on,
            ends_on=each.ends_on,
            is_remainder=each.is_remainder,
            again=_again(book, each),
            election=opened.get((each.post.key, each.begins_on)),
        )


def _why(each: ToElect) -> str:
    holder = each.holder
    last = date_format(each.begins_on - ONE_DAY, "DATE_FORMAT")
    return _WHY[each.why] % {"name": holder.name if holder else "", "last": last}


def _again(book: Book, each: ToElect) -> str:
    """Say whether the rules let whoever serves now stand again; "" for nobody."""
    if each.holder is None:
        return ""
    verdict = may_stand(
        book, each.post, each.holder.person, each.begins_on, ends_on=each.ends_on
    )
    return again_in_words(verdict, name=each.holder.name) or _("may stand again")
