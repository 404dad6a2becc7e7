"""An election in the making: who stands, and what was counted, in a line each."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from service.actions.electing import (
    answer,
    nominate,
    open_election,
    record_ballot,
    standing_of,
)
from service.models import Ballot, BallotCount, Election, ElectionMethod, Nomination
from tests.factories import PersonFactory, PositionFactory

TODAY = date(2026, 10, 11)
JANUARY = date(2027, 1, 1)


MORE_THAN_HALF = {"needed_parts": 1, "needed_of": 2, "is_more_than": True}
SYSTEMS = {
    "Third Legacy": {"system": "third-legacy"},
    "Simple majority": {"system": "majority", **MORE_THAN_HALF},
    "Plurality for several seats": {"system": "plurality", **MORE_THAN_HALF},
    "Acclamation": {
        "system": "acclamation",
        "single_candidate": "acclamation",
        **MORE_THAN_HALF,
    },
}


def method(name="Third Legacy"):
    """A method of the seeded list, written down again where a test emptied it."""
    methods = ElectionMethod.objects
    return methods.get_or_create(name=name, defaults=SYSTEMS[name])[0]


def election_of(*names, by="Third Legacy", seats=1, position=None, **fields):
    """An open election in which these people, by first names, have said they stand."""
    election = open_election(
        Election(
            position=position or PositionFactory(name="Chair", seats=seats),
            seats=seats,
            method=method(by),
            opened_on=TODAY,
            begins_on=JANUARY,
            **{"ends_on": date(2029, 1, 1), **fields},
        ),
        recorded_by=None,
    )
    for name in names:
        person = PersonFactory(first_name=name)
        made = nominate(Nomination(election=election, person=person), by=None)
        answer(made, Nomination.Answer.ACCEPTED)
    return election


def stands(election, name):
    """The nomination of somebody, by first name."""
    return election.nominations.get(person__first_name=name)


def ballot(election, *, online=None, **votes):
    """Count one ballot: votes by first name; ``blank`` and ``yes``, ``no`` besides."""
    fields = {"yes": "ayes_in_room", "no": "noes_in_room", "blank": "blank_in_room"}
    fields |= {"invalid": "invalid_in_room", "valid": "valid_in_room"}
    fields |= {"handed_out": "handed_out", "voters_online": "voters_online"}
    told = {fields[name]: votes.pop(name) for name in list(votes) if name in fields}
    counts = [
        BallotCount(
            nomination=stands(election, name),
            in_room=count,
            online=(online or {}).get(name, 0),
        )
        for name, count in votes.items()
    ]
    made = Ballot(election=election, number=1, **told)
    return record_ballot(made, counts, recorded_by=None)


def fates(election):
    """What became of each, by first name."""
    names = {each.pk: each.person.first_name for each in election.nominations.all()}
    standing = standing_of(Election.objects.get(pk=election.pk))
    return {names[each.candidate]: str(each.fate) for each in standing.candidates}


def next_step(election):
    """What comes next, and among whom, by first names."""
    names = {each.pk: each.person.first_name for each in election.nominations.all()}
    after = standing_of(Election.objects.get(pk=election.pk)).next
    return str(after.step), [names[each] for each in after.among]


def refusal(action, *args, **kwargs):
    """The code of the rule that an action breaks."""
    with pytest.raises(ValidationError) as caught:
        action(*args, **kwargs)
    return caught.value.error_list[0].code
