"""Who may stand, in sentences: what is suggested warns, what is in the bylaws bars."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.registry.models import Person
from service.actions.rotating import book_of_service
from service.models import Election, Position
from service.rotation import Book, Finding, Reason, Verdict, may_stand

_BARS = gettext_lazy("The bylaws bar %s until then.")
_WARNS = gettext_lazy("This is suggested, and bars nobody.")


def notes_on(person: Person, election: Election) -> tuple[str, ...]:
    """Return what the rules say of ``person`` for the term of ``election``."""
    book = book_of_service(timezone.localdate())
    post = _post_of(book, election.position)
    days = {"ends_on": election.ends_on}
    verdict = may_stand(book, post, person.pk, election.begins_on, **days)
    return tuple(_notes(book, verdict, name=str(person)))


def bars(person: Person, election: Election) -> bool:
    """Tell whether a bylaw bars ``person`` from the term of ``election``."""
    book = book_of_service(timezone.localdate())
    post = _post_of(book, election.position)
    return not may_stand(book, post, person.pk, election.begins_on).is_allowed


def again_in_words(verdict: Verdict, *, name: str) -> str:
    """Return why somebody cannot, or had better not, stand again; "" if they may."""
    terms = (Reason.TERMS_SERVED, Reason.COOLING_OFF)
    found = [each for each in verdict.findings if each.reason in terms]
    return " ".join(_served(each, verdict, name=name) for each in found)


def _notes(book: Book, verdict: Verdict, *, name: str) -> Iterable[str]:
    for each in verdict.findings:
        if each.reason == Reason.NOT_OPEN:
            yield _("The body does not have this position on that day.")
        elif each.reason == Reason.OTHER_POSITION:
            yield _others(book, each, name=name)
        else:
            yield _served(each, verdict, name=name)


def _served(finding: Finding, verdict: Verdict, *, name: str) -> str:
    """Return “Ann B. has served 2 terms in a row, and may again from …”"""
    told = ngettext(
        "%(name)s has served one term, and the custom is no more than %(most)s in a "
        "row: again from %(day)s.",
        "%(name)s has served %(n)s terms in a row, and the custom is no more than "
        "%(most)s: again from %(day)s.",
        verdict.terms_served,
    )
    params = {
        "name": name,
        "n": verdict.terms_served,
        "most": verdict.most_terms,
        "day": _day(finding.free_on),
    }
    bars_whom = _BARS % name if finding.is_binding else _WARNS
    return f"{told % params} {bars_whom}"


def _others(book: Book, finding: Finding, *, name: str) -> str:
    posts = {post.key: post.name for post in book.posts}
    others = ", ".join(dict.fromkeys(posts[turn.post] for turn in finding.others))
    told = _("%(name)s also serves in these days: %(others)s. One person, one office.")
    return told % {"name": name, "others": others}


def _post_of(book: Book, position: Position) -> object:
    return next(post for post in book.posts if post.key == position.pk)


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else _("a day that is not known")
