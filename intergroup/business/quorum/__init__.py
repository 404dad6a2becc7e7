"""Quorum: what a body’s rule needs, whether it is there, and how that is said.

Whole numbers and words; nothing here reads the database.
"""

from intergroup.business.quorum.counting import (
    Count,
    QuorumKind,
    Rule,
    groups_needed,
    is_office,
    is_quorum,
    officers_needed,
)
from intergroup.business.quorum.words import in_words, on_record, rule_in_words

__all__ = [
    "Count",
    "QuorumKind",
    "Rule",
    "groups_needed",
    "in_words",
    "is_office",
    "is_quorum",
    "officers_needed",
    "on_record",
    "rule_in_words",
]
