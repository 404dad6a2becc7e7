"""Who may stand for a position: the cap, the cool-off, and one person, one office."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.rotation.book import Book
from service.rotation.counting import chain, has_reached_cap
from service.rotation.cycle import regular_end
from service.rotation.posts import Post
from service.rotation.turns import Turn


class Reason(StrEnum):
    """What speaks against a candidate."""

    NOT_OPEN = "not-open"  # the body does not have the position on that day
    TERMS_SERVED = "terms-served"  # as many consecutive terms as the cap allows
    COOLING_OFF = "cooling-off"  # the same, and not yet off for long enough
    OTHER_POSITION = "other-position"  # holds another position at that time


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason; ``is_binding`` is whether it blocks, or is only to be said.

    ``free_on`` is the first day from which the person may stand again. ``others`` are
    the turns in other positions.
    """

    reason: Reason
    is_binding: bool
    free_on: date | None = None
    others: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a person may stand: ``terms_served`` in a row, of ``most_terms``.

    ``most_terms`` is None where there is no cap.
    """

    terms_served: int
    most_terms: int | None
    findings: tuple[Finding, ...]

    @property
    def is_allowed(self) -> bool:
        """Whether nothing blocks; there may still be something to say."""
        return not any(finding.is_binding for finding in self.findings)


def may_stand(
    book: Book,
    post: Post,
    person: int,
    begins_on: date,
    *,
    ends_on: date | None = None,
) -> Verdict:
    """Return what speaks against ``person`` for a term from ``begins_on``.

    The term is taken to be in seat 1 and to end with its cycle, if no ``ends_on`` is
    given. One office for one person is the custom, so it never blocks.
    """
    turns = book.of_person(person)
    served = chain(post, (t for t in turns if t.post == post.key), begins_on)
    findings = []
    if not post.is_open_on(begins_on):
        findings.append(Finding(Reason.NOT_OPEN, is_binding=True))
    if has_reached_cap(post, served):
        still_on = served.ends_on and served.ends_on >= begins_on
        reason = Reason.TERMS_SERVED if still_on else Reason.COOLING_OFF
        findings.append(Finding(reason, post.is_binding, served.free_on))
    end = ends_on or regular_end(post, 1, begins_on)
    others = tuple(
        turn
        for turn in sorted(turns, key=lambda turn: turn.began_on)
        if turn.post != post.key and turn.began_on < end and begins_on < turn.until
    )
    if others:
        findings.append(Finding(Reason.OTHER_POSITION, is_binding=False, others=others))
    return Verdict(served.terms, post.most_terms, tuple(findings))
