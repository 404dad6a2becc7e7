"""Elections in words: who stays and by which rule, what comes next, the record."""

from service.reports.elections.decided import decided_elections
from service.reports.elections.of_meeting import elections_of_meeting
from service.reports.elections.record import ElectionRecord, election_record
from service.reports.elections.words import (
    fate_of,
    method_in_words,
    next_in_words,
    what_comes_next,
)

__all__ = [
    "ElectionRecord",
    "decided_elections",
    "election_record",
    "elections_of_meeting",
    "fate_of",
    "method_in_words",
    "next_in_words",
    "what_comes_next",
]
