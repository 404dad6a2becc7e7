"""Ballot sheets for the groups: a page each, with the motion in its exact words."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from intergroup.business.models import GroupBallot
from intergroup.business.reports.motion_words import group_in_words
from intergroup.kit import pages, pdf


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """What stands on the sheet of one group."""

    number: str
    title: str
    text: str
    intent: str
    brought_by: str
    before: str
    after: str
    section: str
    group_number: int
    group: str
    due_on: date | None


def sheet_of(ballot: GroupBallot) -> BallotSheet:
    """Return the sheet of a ballot."""
    motion = ballot.motion
    return BallotSheet(
        number=motion.number,
        title=motion.title,
        text=motion.text,
        intent=motion.intent,
        brought_by=group_in_words(motion.moved_by_group) or motion.moved_by,
        before=motion.text_before,
        after=motion.text_after,
        section=motion.policy_section,
        group_number=ballot.group.number,
        group=ballot.group.name,
        due_on=motion.answers_due_on,
    )


def sheets_html(sheets: list[BallotSheet]) -> str:
    """Return the sheets as a page of HTML for paper."""
    context = pages.context(sheets=sheets)
    return render_to_string("business/print/ballot_sheets.html", context)


def sheets_pdf(sheets: list[BallotSheet]) -> bytes:
    """Return the sheets as a tagged PDF, each on a page of its own."""
    return pdf.from_html(sheets_html(sheets))
