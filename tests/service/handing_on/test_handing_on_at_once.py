"""Two people on one list at the same moment: one writes, the other reads why not."""

from datetime import date

import pytest

from service.actions.handing_on import (
    Step,
    give,
    leave_out,
    open_due,
    open_handover,
    step_of,
    take,
    undo,
)
from service.actions.usual_points import put_usual_points
from service.models import Handover, HandoverItem, HandoverPoint, Term
from tests.factories import HandoverPointFactory, TermFactory
from tests.kit.test_once_at_once import in_sessions
from tests.service.handing_on.world import JULY_1, JUNE_20, keys, read
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

JULY_20 = date(2026, 7, 20)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def term(db):
    term = TermFactory(ends_on=JULY_1)
    HandoverPointFactory(position=term.position)
    return term


@pytest.fixture
def item(tess, gail):
    return keys(tess, gail)


def counts():
    return Handover.objects.count(), HandoverItem.objects.count()


def test_a_list_is_opened_once_by_two_at_once(in_sessions, term):
    told = in_sessions(*at_once(*[lambda: open_handover(term, on=JUNE_20)] * 2))

    assert told == ["done", "done"]
    assert in_sessions(counts) == [(1, 1)]


def test_two_nights_at_once_are_one(in_sessions, term):
    told = in_sessions(*at_once(*[lambda: open_due(JUNE_20)] * 2))

    assert told == ["done", "done"]
    assert in_sessions(counts) == [(1, 1)]


def test_the_usual_points_are_put_once_by_two_at_once(in_sessions):
    position = TermFactory().position

    told = in_sessions(*at_once(*[lambda: put_usual_points(position)] * 2))

    assert told == ["done", "done"]
    assert in_sessions(HandoverPoint.objects.count) == [6]


def test_what_one_gives_the_other_does_not_leave_out(in_sessions, item, tess, cal):
    told = in_sessions(
        *at_once(
            lambda: give(item, by=tess, on=JUNE_20),
            lambda: leave_out(item, by=cal, on=JUNE_20),
        )
    )

    assert told in (["done", "given_already"], ["left_out", "done"])


def test_a_thing_is_received_once(in_sessions, item, gail, cal):
    told = in_sessions(
        *at_once(
            lambda: take(item, by=gail, on=JUNE_20),
            lambda: take(item, by=cal, on=JUNE_20),
        )
    )

    assert sorted(told) == ["done", "taken_already"]


def test_what_is_received_at_that_moment_is_not_taken_back(
    in_sessions, item, tess, gail
):
    give(item, by=tess, on=JUNE_20)

    told = in_sessions(
        *at_once(
            lambda: take(item, by=gail, on=JUNE_20),
            lambda: undo(item, Step.GIVEN, by=tess, on=JUNE_20),
        )
    )

    assert told in (["done", "changed_meanwhile"], ["done", "done"])
    (step,) = in_sessions(lambda: step_of(read(item)))
    assert step is Step.TAKEN


def test_a_list_is_not_put_away_under_somebodys_hands(in_sessions, tess):
    item = keys(tess)
    term = item.handover.from_term
    HandoverPointFactory(position=term.position, title="Keys")
    Term.objects.filter(pk=term.pk).update(ends_on=None)

    told = in_sessions(
        *at_once(lambda: give(item, by=tess, on=JUNE_20), lambda: open_due(JUNE_20))
    )

    (left,) = in_sessions(Handover.objects.count)
    assert (told, left) in ((["done", "done"], 1), (["put_away", "done"], 0))


def test_who_receives_while_somebody_comes_in_between_keeps_it_or_has_none(
    in_sessions, tess, gail
):
    item = keys(tess, gail, ends_on=JULY_1)
    first, last = item.handover.from_term, item.handover.to_term
    Term.objects.filter(pk=last.pk).update(began_on=JULY_20)
    interim = TermFactory(position=first.position, began_on=JULY_1, ends_on=JULY_20)

    told = in_sessions(
        *at_once(
            lambda: take(item, by=gail, on=JUNE_20),
            lambda: open_handover(first, on=JUNE_20),
        )
    )

    (follows,) = in_sessions(lambda: read(item).handover.to_term_id)
    assert (told, follows) in (
        (["done", "done"], last.pk),
        (["not_yours", "done"], interim.pk),
    )
