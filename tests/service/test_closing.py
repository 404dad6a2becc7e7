"""Positions and committees are closed with a day, after what is in them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from service.actions.closing import save_committee, save_position
from service.models import Position
from tests.factories import (
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

JUNE_1 = date(2026, 6, 1)
JO = {"first_name": "Jo", "last_initial": "B"}


def test_a_position_is_closed_on_the_day_the_last_term_ends(db):
    term = TermFactory(ends_on=JUNE_1)
    term.position.closed_on = JUNE_1

    save_position(term.position)

    assert Position.objects.get().closed_on == JUNE_1


@pytest.mark.parametrize(
    ("ends_on", "sentence"),
    [
        (None, "Jo B. serves in it, and no end is set: set that first."),
        (
            date(2026, 6, 2),
            "Jo B. serves in it until June 1, 2026: end that term first.",
        ),
    ],
)
def test_a_position_is_not_closed_while_somebody_serves(db, ends_on, sentence):
    term = TermFactory(ends_on=ends_on, person=PersonFactory(**JO))
    term.position.closed_on = JUNE_1

    with pytest.raises(ValidationError) as refused:
        save_position(term.position)

    assert refused.value.message_dict == {"closed_on": [sentence]}
    assert Position.objects.get().closed_on is None


def test_a_committee_is_closed_after_its_positions(db):
    events = CommitteeFactory()
    chair = PositionFactory(name="Events chair", committee=events)
    events.closed_on = JUNE_1

    with pytest.raises(ValidationError, match="“Events chair” sits in it: move or"):
        save_committee(events)
    chair.closed_on = JUNE_1
    save_position(chair)

    assert save_committee(events).closed_on == JUNE_1


def test_what_is_new_and_closed_already_is_saved(db):
    saved = save_position(Position(name="Archivist", closed_on=JUNE_1))

    assert Position.objects.get() == saved
