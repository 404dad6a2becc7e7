"""Papers read back: how many sheets a PDF has, and what stands on one ballot."""

import io

import pikepdf

from service.actions.electing import rules_of
from service.reports.elections import election_record, papers


def sheets_of(data):
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def asked(election, number=None):
    """A ballot of an election as it is put to the voters."""
    return papers.question(election_record(election), rules_of(election), number=number)


def ballot_paper(election, number=None, *, is_written=False):
    """The paper of a ballot."""
    return papers.ballot_paper(
        election_record(election), asked(election, number), is_written=is_written
    )


def tally_sheet(election, number=None, *, voters=40):
    """The sheet to count a ballot on."""
    return papers.tally_sheet(
        election_record(election),
        asked(election, number),
        rules_of(election),
        voters=voters,
    )
