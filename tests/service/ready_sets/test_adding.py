"""Ready-made sets: what each has, and adding what the body has not."""

from datetime import date
from io import StringIO

import pytest
from django.contrib.auth.models import Group as Role
from django.core.management import CommandError, call_command

from intergroup.registry.actions.looking import scan
from service.actions.ready_sets import READY_SETS, add_ready_set
from service.actions.usual_points import usual_points
from service.models import Committee, Position
from tests.factories import CommitteeFactory, PositionFactory

JANUARY_2027 = date(2027, 1, 1)
HA = READY_SETS["heroin-anonymous-area"]
each_set = pytest.mark.parametrize("ready", READY_SETS.values(), ids=READY_SETS)


def add(ready=HA, *, cycle_from=JANUARY_2027, election_month=11, only=None):
    return add_ready_set(
        ready, cycle_from=cycle_from, election_month=election_month, only=only
    )


def names(rows):
    return [each.name for each in rows]


@each_set
def test_a_set_is_added_whole_to_a_body_that_has_nothing(db, ready):
    added = add(ready)

    assert names(added.positions) == [str(each.name) for each in ready.positions]
    assert names(added.committees) == [str(each.name) for each in ready.committees]
    assert added.there == ()


@each_set
def test_each_position_has_the_usual_points_to_hand_over_on_its_list(db, ready):
    for position in add(ready).positions:
        points = position.handover_points.order_by("order").values_list(
            "order", "title"
        )
        usual = usual_points(position.name)

        assert list(points) == [(each.order, each.title) for each in usual]


@each_set
def test_the_same_set_twice_adds_nothing(db, ready):
    add(ready)

    again = add(ready)

    assert (again.positions, again.committees) == ((), ())
    assert len(again.there) == len(ready.positions)
    assert Position.objects.count() == len(ready.positions)


@each_set
def test_each_position_says_in_sentences_what_it_is(ready):
    for each in ready.positions:
        duties = str(each.duties)
        assert 60 < len(duties) < 250, each.name
        assert duties.endswith(".")


@each_set
def test_what_is_ready_made_names_nobody(ready):
    texts = [each.duties for each in ready.positions]
    texts += [each.who_may_hold for each in ready.positions]
    texts += [each.purpose for each in ready.committees]

    assert [scan(str(text)) for text in texts] == [[]] * len(texts)


@each_set
def test_what_a_set_speaks_of_is_in_it(ready):
    committees = {str(each.name) for each in ready.committees}
    positions = {str(each.name) for each in ready.positions}

    assert {str(each.committee) for each in ready.positions} - {""} == committees
    assert {str(each.alternate_of) for each in ready.positions} <= positions | {""}
    assert len(positions) == len(ready.positions)


@each_set
def test_the_roles_of_a_set_are_roles_of_the_program(db, ready):
    roles = {each.role for each in ready.positions} - {""}

    assert set(Role.objects.values_list("name", flat=True)) >= roles


def test_a_position_is_added_with_all_that_the_set_says(db):
    add()

    treasurer = Position.objects.get(name="Alternate Treasurer")
    assert treasurer.alternate_of.name == "Treasurer"
    assert (treasurer.steps_up, treasurer.stagger_group) == ("vacancy", "first")
    assert (treasurer.term_months, treasurer.sobriety_months) == (24, 36)
    assert (treasurer.cycle_from, treasurer.election_month) == (JANUARY_2027, 11)
    assert (treasurer.order, treasurer.email, treasurer.has_vote) == (70, "", True)
    assert Position.objects.get(name="Registrar").role.name == "Registrar"
    assert Position.objects.get(name="Delegate").most_terms == 1


def test_positions_stand_in_the_order_of_election(db):
    add()

    assert names(Position.objects.all()[:4]) == [
        "Delegate",
        "Alternate Delegate",
        "Chair",
        "Alternate Chair",
    ]


def test_what_is_there_is_known_by_its_name_and_stays_as_it_is(db):
    chair = PositionFactory(name="chair", term_months=6, duties="Rings the bell.")
    events = CommitteeFactory(name="EVENTS", purpose="Dances.")

    added = add()

    chair.refresh_from_db()
    events.refresh_from_db()
    assert added.there == ("chair",)
    assert (chair.term_months, chair.duties) == (6, "Rings the bell.")
    assert events.purpose == "Dances."
    assert Position.objects.get(name="Events chair").committee == events
    assert Position.objects.get(name="Alternate Chair").alternate_of == chair


def test_a_closed_position_is_not_opened_again(db):
    PositionFactory(name="Chair", closed_on=date(2020, 1, 1))

    assert add().there == ("Chair",)


def test_without_a_day_nothing_is_staggered(db):
    add(cycle_from=None, election_month=None)

    assert not Position.objects.exclude(stagger_group="").exists()
    assert not Position.objects.filter(election_month__isnull=False).exists()


def test_only_what_is_wanted_is_added_with_its_committees(db):
    added = add(only=["Events chair", "Alternate Chair"])

    assert names(added.positions) == ["Alternate Chair", "Events chair"]
    assert names(added.committees) == ["Events"]


def test_an_alternate_whose_position_is_not_there_stands_alone(db):
    add(only=["Alternate Chair"])

    alternate = Position.objects.get()
    assert (alternate.alternate_of, alternate.steps_up) == (None, "")


def run(*arguments):
    out = StringIO()
    call_command("load_positions", *arguments, stdout=out, skip_checks=True)
    return out.getvalue()


def test_command_adds_a_set_and_says_what_it_added(db):
    PositionFactory(name="Chair")

    told = run("heroin-anonymous-area", "--cycle-from", "2027-01-01")

    assert told.startswith("There already: Chair.\nNew: Hospitals and institutions.\n")
    assert told.endswith("14 positions and 7 committees added, 1 there.\n")
    assert Position.objects.get(name="Treasurer").cycle_from == JANUARY_2027


def test_command_that_only_tells_writes_nothing(db):
    told = run("aa-intergroup", "--dry-run")

    assert "16 positions and 9 committees added, 0 there.\n" in told
    assert not Position.objects.exists()
    assert not Committee.objects.exists()


def test_command_refuses_a_day_that_is_none(db):
    with pytest.raises(CommandError, match="“soon” is not a date"):
        run("aa-intergroup", "--cycle-from", "soon")
