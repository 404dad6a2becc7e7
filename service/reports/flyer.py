"""The flyer of open positions: one page, whatever has to stand on it.

It is set in large type where there is little to say. Where there is much, the type gets
smaller step by step and duties end after fewer sentences, until it is one page.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

import segno
from django.template.loader import render_to_string

from intergroup.kit import pages, pdf
from service.reports.opportunities import Opportunities, Opportunity

_SENTENCE_ENDS = re.compile(
    r"(?<=[\w)”][\w)”][.!?…])[\"”’)]*(?P<gap>\s+)(?=[\"“(]*[^\W_a-zß-ÿ])"
)
MOST_LETTERS = 240  # of one sentence that is shortened
HEAD = 90  # letters that take as much room as the name and the space around it
Tried = TypeVar("Tried")
ROOM = 750_000  # letters of one point on a page, more than there is ever room for
MOST = 60  # positions


@dataclass(frozen=True, slots=True)
class Step:
    """How the flyer is set: its type, in how many columns, and what of it.

    ``size`` is a class of the stylesheet, and ``points`` what it says there.
    ``sentences`` is how many are kept, None for all of them; with one or none it is not
    said who may serve. ``is_brief`` leaves out all but the term, what is suggested, and
    where to ask.
    """

    size: str
    points: float
    columns: int = 1
    sentences: int | None = None
    is_brief: bool = False


LARGE = Step("large", 18)
STEPS = (
    Step("a", 20),
    Step("b", 18),
    Step("c", 16),
    Step("d", 14.5),
    Step("e", 13),
    Step("f", 12),
    Step("g", 11, 2),
    Step("h", 10.5, 2),
    Step("h", 10.5, 2, 2),
    Step("i", 10, 2, 2),
    Step("i", 10, 2, 1),
    Step("j", 9.5, 2, 1),
    Step("k", 9, 2, 1),
    Step("l", 8.5, 2, 1),
    Step("m", 8, 2, 1),
    Step("m", 8, 2, 0),
    Step("n", 7.5, 3, 0, is_brief=True),
    Step("o", 7, 3, 0, is_brief=True),
)


def flyer_pdf(report: Opportunities, *, address: str, large: bool = False) -> bytes:
    """Return the flyer on one page, or in large print on as many as it takes.

    ``address`` is that of the public page, whole; “” where there is none. The same data
    gives the same bytes. Raises kit.pdf.CannotPrintError.
    """
    if large:
        return pdf.from_html(flyer_html(report, LARGE, address=address))
    return print_flyer(report, address=address).data


def print_flyer(report: Opportunities, *, address: str) -> pdf.Printed:
    """Print the flyer in the largest step that holds it on one page.

    Where the smallest does not, positions at the end are left out, and counted.
    """

    @cache
    def printed(step: Step, left_out: int) -> pdf.Printed:
        shown = _without(report, left_out)
        html = flyer_html(shown, step, address=address, left_out=left_out)
        return pdf.printed(html)

    def fits(step: Step, left_out: int) -> bool:
        needed = _height(_without(report, left_out), step)
        hopeless = needed > ROOM / step.points**2
        return not hopeless and printed(step, left_out).pages == 1

    fewest = max(report.count - MOST, 0)
    step = _first(STEPS, lambda step: fits(step, fewest))
    if step is None:
        step = STEPS[-1]
        fewest = _first(range(fewest, report.count), lambda count: fits(step, count))
    return printed(step, fewest)


def _first(of: Sequence[Tried], is_good: Callable[[Tried], bool]) -> Tried | None:
    """Return the first that is good, where all behind a good one are; None for none."""
    nth = bisect_left(of, True, key=is_good)  # noqa: FBT003
    return of[nth] if nth < len(of) else None


def flyer_html(
    report: Opportunities, step: Step, *, address: str, left_out: int = 0
) -> str:
    """Return the flyer before it is printed."""
    values = pages.context(
        report=report,
        invitation=shortened(report.invitation, step.sentences),
        lists=[_list(report.now, step), _list(report.soon, step)],
        step=step,
        left_out=left_out,
        code=_code(address) if address else "",
        typed=address.partition("://")[2].rstrip("/"),
    )
    return render_to_string("service/print/flyer.html", values)


def shortened(text: str, sentences: int | None) -> str:
    """Return the first sentences of a text, on one line; None is all of them.

    A sentence that has no end for long is cut between two words.
    """
    flat = " ".join(text.split())
    if sentences is None:
        return flat
    ends = [each.start("gap") for each in _SENTENCE_ENDS.finditer(flat)]
    ends.append(len(flat))
    kept = flat[: ends[min(sentences, len(ends)) - 1]] if sentences else ""
    most = sentences * MOST_LETTERS
    return kept if len(kept) <= most else f"{kept[:most].rpartition(' ')[0]} …"


@dataclass(frozen=True, slots=True)
class _List:
    """Positions in columns; ``elected`` is said of them all, where it is the same."""

    elected: str
    columns: list[list[Opportunity]]


def _list(openings: tuple[Opportunity, ...], step: Step) -> _List:
    """Return positions in columns of about the same height, each cut to size."""
    said = {each.elected for each in openings}
    elected = said.pop() if len(said) == 1 else ""
    cut = [_cut(each, step) for each in openings]
    if elected:
        cut = [replace(each, elected="") for each in cut]
    return _List(elected, _in_columns(cut, step))


def _in_columns(cut: list[Opportunity], step: Step) -> list[list[Opportunity]]:
    heights = [HEAD + _letters(each) for each in cut]
    column, columns, above = sum(heights) / step.columns, [], 0
    for each, height in zip(cut, heights, strict=True):
        nth = int((above + height / 2) / column)
        columns.extend([] for _more in range(len(columns), nth + 1))
        columns[nth].append(each)
        above += height
    return columns


def _height(report: Opportunities, step: Step) -> int:
    """Return how many letters need as much room as all that stands on the flyer."""
    cut = [_cut(each, step) for each in (*report.now, *report.soon)]
    words = shortened(report.invitation, step.sentences)
    return len(words) + sum(HEAD + _letters(each) for each in cut)


def _cut(opening: Opportunity, step: Step) -> Opportunity:
    kept = {"duties": shortened(opening.duties, step.sentences)}
    if step.sentences is not None and step.sentences <= 1:
        kept["who_may_hold"] = ""
    if step.is_brief:
        kept |= {"committee": "", "elected": ""}
    return replace(opening, **kept)


def _letters(opening: Opportunity) -> int:
    told = (opening.duties, opening.sobriety, opening.who_may_hold)
    more = (opening.committee, opening.elected, opening.mailbox)
    return sum(map(len, (*told, *more)))


def _without(report: Opportunities, count: int) -> Opportunities:
    """Return the report without so many positions at its end."""
    kept = report.count - count
    now = report.now[:kept]
    return replace(report, now=now, soon=report.soon[: kept - len(now)])


def _code(address: str) -> str:
    return segno.make(address, micro=False).svg_data_uri(border=0, omitsize=True)
