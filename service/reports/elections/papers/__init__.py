"""Elections on paper: ballots to hand out, sheets to count on, the record to keep."""

from service.reports.elections.papers.asking import (
    MOST_BALLOTS,
    MOST_PAPERS,
    Question,
    papers_needed,
    question,
)
from service.reports.elections.papers.ballots import (
    BallotPaper,
    ballot_paper,
    ballots_html,
    ballots_pdf,
)
from service.reports.elections.papers.minutes import record_html, record_pdf
from service.reports.elections.papers.tally import (
    TallySheet,
    tally_html,
    tally_pdf,
    tally_sheet,
)

__all__ = [
    "MOST_BALLOTS",
    "MOST_PAPERS",
    "BallotPaper",
    "Question",
    "TallySheet",
    "ballot_paper",
    "ballots_html",
    "ballots_pdf",
    "papers_needed",
    "question",
    "record_html",
    "record_pdf",
    "tally_html",
    "tally_pdf",
    "tally_sheet",
]
