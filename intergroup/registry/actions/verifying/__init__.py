"""The yearly question to a group, from the asking to what its answer changes."""

from intergroup.registry.actions.verifying.answering import (
    answer_changed,
    answer_closed,
    answer_right,
    asked_by_word,
    take_as_answer,
    word_of,
)
from intergroup.registry.actions.verifying.asking import (
    Round,
    ask_group,
    ask_groups_due,
    remind_groups,
    would_ask,
    would_remind,
)
from intergroup.registry.actions.verifying.contacts import Contact, contacts_of
from intergroup.registry.actions.verifying.due import (
    ASKABLE,
    groups_due,
    silent_since,
    to_ask,
)
from intergroup.registry.actions.verifying.groups import verify_group
from intergroup.registry.actions.verifying.tokens import find_question

__all__ = [
    "ASKABLE",
    "Contact",
    "Round",
    "answer_changed",
    "answer_closed",
    "answer_right",
    "ask_group",
    "ask_groups_due",
    "asked_by_word",
    "contacts_of",
    "find_question",
    "groups_due",
    "remind_groups",
    "silent_since",
    "take_as_answer",
    "to_ask",
    "verify_group",
    "word_of",
    "would_ask",
    "would_remind",
]
