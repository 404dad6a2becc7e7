"""Ballot papers: so many of the same, several on a sheet, to be cut apart.

Nothing on a paper tells it from another, and every one has the same size.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit import pages, pdf
from service.reports.elections.fractions import names_in_words
from service.reports.elections.papers.asking import Question
from service.reports.elections.record import ElectionRecord

ON_A_SHEET = (8, 4, 2, 1)
ON_A_SHEET_IN_LARGE_PRINT = (4, 2, 1)


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """What every one of the papers says; ``lines`` to write on, or ``boxes`` to mark.

    ``on`` names those to whom yes or no is said.
    """

    position: str
    title: str
    on: str
    boxes: tuple[str, ...]
    lines: tuple[int, ...]
    told: str


def ballot_paper(
    record: ElectionRecord, asked: Question, *, is_written: bool = False
) -> BallotPaper:
    """Return the paper of a ballot; ``is_written`` gives lines in place of the names.

    Where it is not known yet who will stand, there are lines too.
    """
    boxes = (_("Yes"), _("No")) if asked.is_yes_no else asked.names
    if not asked.is_yes_no and (is_written or not asked.names):
        boxes = ()
    return BallotPaper(
        position=record.position,
        title=asked.title,
        on=_on(asked.names) if asked.is_yes_no else "",
        boxes=boxes,
        lines=() if boxes else tuple(range(asked.seats)),
        told=_told(asked, is_written=not boxes),
    )


def ballots_html(paper: BallotPaper, *, on_a_sheet: int, large: bool = False) -> str:
    """Return one sheet as a page of HTML, with so many papers on it."""
    papers = (paper,) * on_a_sheet
    context = pages.context(papers=papers, large=large)
    return render_to_string("service/print/ballots.html", context)


def ballots_pdf(paper: BallotPaper, *, of: int, large: bool = False) -> bytes:
    """Return sheets with ``of`` papers or a few more: every sheet is a full one.

    As many stand on a sheet as it has room for.
    """
    on_a_sheet, html = _fitting(paper, large=large)
    return pdf.printed(html, copies=-(-of // on_a_sheet)).data


def _fitting(paper: BallotPaper, *, large: bool) -> tuple[int, str]:
    for each in ON_A_SHEET_IN_LARGE_PRINT if large else ON_A_SHEET:
        html = ballots_html(paper, on_a_sheet=each, large=large)
        if pdf.printed(html, is_tagged=False).pages == 1:
            break
    return each, html


def _on(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return _("%s, all together") % names_in_words(list(names))


def _told(asked: Question, *, is_written: bool) -> str:
    if asked.is_yes_no:
        return _("Mark yes or no.")
    seats = asked.seats
    if is_written:
        told = ngettext(
            "Write one name.", "Write up to %(n)s names, one on each line.", seats
        )
    else:
        told = ngettext("Mark one name.", "Mark up to %(n)s names.", seats)
    return told % {"n": seats}
