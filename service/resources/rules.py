"""The rules of one row, told before the database is asked: with its own sentences.

Each constraint of the tables that one row can break is here once more as a question in
Python, because asking the database would take a query for each row.
"""

from collections.abc import Callable, Iterator, Mapping

from django.core.exceptions import ValidationError
from django.db import models

from service.models import Position, Term

Rules = Mapping[str, tuple[str, Callable[[models.Model], bool]]]

POSITION: Rules = {
    "service_position_has_a_seat": ("seats", lambda row: row.seats >= 1),
    "service_position_term_has_a_length": (
        "term_months",
        lambda row: row.term_months >= 1,
    ),
    "service_position_most_terms_is_one_or_more": (
        "most_terms",
        lambda row: row.most_terms is None or row.most_terms >= 1,
    ),
    "service_position_months_off_follow_terms": (
        "months_off",
        lambda row: row.months_off is None or row.most_terms is not None,
    ),
    "service_position_election_is_in_a_month": (
        "election_month",
        lambda row: row.election_month is None or 1 <= row.election_month <= 12,
    ),
    "service_position_halves_need_a_beginning": (
        "stagger_group",
        lambda row: not row.stagger_group or row.cycle_from is not None,
    ),
    "service_position_only_an_alternate_steps_up": (
        "steps_up",
        lambda row: not row.steps_up or row.alternate_of is not None,
    ),
}
TERM: Rules = {
    "service_term_ends_after_it_begins": (
        "ends_on",
        lambda row: row.ends_on is None or row.ends_on > row.began_on,
    ),
    "service_term_seat_is_counted_from_one": ("seat", lambda row: row.seat >= 1),
    "service_term_left_before_its_planned_end": (
        "planned_end_on",
        lambda row: (
            row.planned_end_on is None
            or row.ends_on is None
            or row.planned_end_on > row.ends_on
        ),
    ),
    "service_term_eligibility_has_a_day": (
        "attested_on",
        lambda row: (row.is_eligible is None) == (row.attested_on is None),
    ),
}
_RULES = {Position: POSITION, Term: TERM}


def broken(row: models.Model) -> Iterator[tuple[str, str]]:
    """Yield field and sentence of what is wrong with a row in itself."""
    relations = [each.name for each in row._meta.concrete_fields if each.is_relation]
    wrong = set()
    try:
        row.clean_fields(exclude=relations)
    except ValidationError as error:
        for field, sentences in error.message_dict.items():
            wrong.add(field)
            yield field, " ".join(sentences)
    constraints = {each.name: each for each in row._meta.constraints}
    for name, (field, holds) in _RULES[type(row)].items():
        if field not in wrong and not holds(row):
            yield field, str(constraints[name].violation_error_message)
