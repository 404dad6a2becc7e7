"""Which entries of the books a bank’s lines are likely to be: proposed, never done.

Pure: it sees facts and returns proposals, each with its reason in words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.money import total
from treasury.actions.standing import Booked

NEAR = 5  # days between the books and the bank
CHEQUES = 200  # days that a check may stay in a drawer
ANEW = 60  # days between taking back and recording anew
SLIP = 14  # days over which one deposit is gathered
MOST_PARTS, MOST_TRIED = 18, 3_000


class Confidence(StrEnum):
    """How sure a proposal is."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one line of a statement shows."""

    line_id: int
    dated: date
    amount: Decimal
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line and the entries it may be; without a line, entries that undo another."""

    line_id: int | None
    entries: tuple[Booked, ...]
    confidence: Confidence
    reason: str


def propose(lines: Sequence[Shown], books: Sequence[Booked]) -> list[Proposal]:
    """Return proposals in which no line and no entry stands twice, the surest first.

    First by check number or reference and amount, then by amount within five days,
    then several entries that add up to a line; last, what undoes itself in the books.
    """
    left = {each.entry_id: each for each in books}
    found = _one_to_one(lines, left)
    matched = {each.line_id for each in found}
    rest = [line for line in lines if line.line_id not in matched]
    for line in sorted(rest, key=lambda line: (line.amount < 0, line.dated)):
        if proposal := _one_to_many(line, left):
            found.append(proposal)
            _take(proposal, left)
    undone = _taken_back(left)
    for proposal in undone:
        _take(proposal, left)
    return [*found, *undone, *_recorded_anew(left)]


def _one_to_one(lines: Sequence[Shown], left: dict[int, Booked]) -> list[Proposal]:
    """Match by equal amounts; whoever is nearest goes first."""
    by_amount: dict[Decimal, list[Booked]] = defaultdict(list)
    for each in left.values():
        by_amount[each.amount].append(each)
    pairs = [
        (_is_named(line, each), abs((line.dated - each.dated).days), line, each)
        for line in lines
        for each in by_amount[line.amount]
        if _is_near(line, each)
    ]
    rivals = _rivals(pairs)
    pairs.sort(key=lambda p: (not p[0], p[1], p[2].dated, p[2].line_id, p[3].number))
    found, matched = [], set()
    for is_named, days, line, each in pairs:
        if line.line_id in matched or each.entry_id not in left:
            continue
        is_alone = rivals[line.line_id, None] == rivals[None, each.entry_id] == 1
        found.append(_pair(line, each, is_named, days, is_alone))
        matched.add(line.line_id)
        del left[each.entry_id]
    return found


def _pair(
    line: Shown,
    each: Booked,
    is_named: bool,  # noqa: FBT001
    days: int,
    is_alone: bool,  # noqa: FBT001
) -> Proposal:
    if is_named:
        reason = _("Same amount, same number %s.") % line.reference
        return Proposal(line.line_id, (each,), Confidence.SURE, reason)
    apart = ngettext("%s day apart", "%s days apart", days) % days
    when = apart if days else _("the same day")
    if is_alone:
        reason = _("Same amount, %s.") % when
        return Proposal(line.line_id, (each,), Confidence.LIKELY, reason)
    reason = _("Same amount, %s; others have this amount too.") % when
    return Proposal(line.line_id, (each,), Confidence.POSSIBLE, reason)


def _rivals(pairs: Iterable[tuple]) -> dict[tuple, int]:
    """Count how many entries could be each line, and how many lines each entry."""
    count: dict[tuple, int] = defaultdict(int)
    for _named, _days, line, each in pairs:
        count[line.line_id, None] += 1
        count[None, each.entry_id] += 1
    return count


def _is_named(line: Shown, each: Booked) -> bool:
    return bool(line.reference) and line.reference in each.references


def _is_near(line: Shown, each: Booked) -> bool:
    days = (line.dated - each.dated).days
    if _is_named(line, each):
        return -NEAR <= days <= CHEQUES
    return abs(days) <= NEAR


def _one_to_many(line: Shown, left: dict[int, Booked]) -> Proposal | None:
    """Find entries that add up to a line: one day’s, one slip’s, or any few of them."""
    earliest = line.dated - timedelta(days=SLIP)
    latest = line.dated + timedelta(days=NEAR)
    parts = [
        each
        for each in left.values()
        if earliest <= each.dated <= latest and (each.amount > 0) == (line.amount > 0)
    ]
    parts.sort(key=lambda each: (abs((line.dated - each.dated).days), each.number))
    found = _slip(line, parts) or _day(line, parts) or _any_few(line, parts)
    if len(found) < 2:
        return None
    days = sorted({each.dated for each in found})
    is_sure = len(days) == 1 or _share_a_number(line, found)
    reason = ngettext(
        "%(count)s entry adds up to it.", "%(count)s entries add up to it.", len(found)
    )
    return Proposal(
        line.line_id,
        tuple(sorted(found, key=lambda each: each.number)),
        Confidence.LIKELY if is_sure else Confidence.POSSIBLE,
        reason % {"count": len(found)},
    )


def _slip(line: Shown, parts: Sequence[Booked]) -> list[Booked]:
    """Return all entries with the line’s own number, if they add up to it."""
    named = [each for each in parts if _is_named(line, each)]
    return named if total(each.amount for each in named) == line.amount else []


def _day(line: Shown, parts: Sequence[Booked]) -> list[Booked]:
    """Return everything of one day, or of neighbouring days, that adds up."""
    by_day: dict[date, Decimal] = defaultdict(Decimal)
    for each in parts:
        by_day[each.dated] += each.amount
    days = sorted(by_day, reverse=True)
    for place in range(len(days)):
        sums = accumulate(by_day[day] for day in days[place:])
        length = next((n for n, added in enumerate(sums, 1) if added == line.amount), 0)
        if length:
            run = set(days[place : place + length])
            return [each for each in parts if each.dated in run]
    return []


def _any_few(line: Shown, parts: Sequence[Booked]) -> list[Booked]:
    """Search the nearest entries for some that add up, no longer than is sensible."""
    cents = [abs(int(each.amount.scaleb(2))) for each in parts[:MOST_PARTS]]
    wanted = abs(int(line.amount.scaleb(2)))
    sums: dict[int, tuple[int, ...]] = {0: ()}
    for place, each in enumerate(cents):
        for reached, used in list(sums.items()):
            if reached + each <= wanted:
                sums.setdefault(reached + each, (*used, place))
        if wanted in sums:
            return [parts[i] for i in sums[wanted]]
        if len(sums) > MOST_TRIED:
            break
    return []


def _share_a_number(line: Shown, found: Iterable[Booked]) -> bool:
    return all(_is_named(line, each) for each in found)


def _take(proposal: Proposal, left: dict[int, Booked]) -> None:
    for each in proposal.entries:
        del left[each.entry_id]


def _taken_back(left: dict[int, Booked]) -> list[Proposal]:
    """Pair entries with those that undo them: the bank never saw either."""
    return [
        Proposal(
            None,
            (left[each.reverses_id], each),
            Confidence.SURE,
            _("Taken back before it reached the bank."),
        )
        for each in left.values()
        if each.reverses_id in left and left[each.reverses_id].amount == -each.amount
    ]


def _recorded_anew(left: dict[int, Booked]) -> list[Proposal]:
    """Pair what takes back a cleared entry with what was recorded in its place."""
    found = []
    for back in [each for each in left.values() if each.reverses_id]:
        anew = [
            each
            for each in left.values()
            if each.amount == -back.amount and not each.reverses_id
            if abs((each.dated - back.dated).days) <= ANEW
        ]
        if anew:
            nearest = min(anew, key=lambda each: abs(each.number - back.number))
            pair = (back, nearest)
            reason = _(
                "One takes back, the other records anew; the bank shows neither."
            )
            found.append(Proposal(None, pair, Confidence.POSSIBLE, reason))
            _take(found[-1], left)
    return found
