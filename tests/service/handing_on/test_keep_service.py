"""``keep_service``: the work of a night, done once, and tried without writing."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from service.models import Handover
from tests.factories import PositionFactory, TermFactory
from tests.service.handing_on.world import JULY_1

NOTHING = ["Nothing is for today."]


@pytest.fixture
def term(db):
    return TermFactory(position=PositionFactory(name="Treasurer"), ends_on=JULY_1)


def told(capsys, *options):
    call_command("keep_service", "--on", "2026-06-20", *options)
    return capsys.readouterr().out.splitlines()


def test_it_opens_what_is_due_and_says_so_by_position_only(term, capsys):
    assert told(capsys) == ["Hand-over opened: Treasurer."]
    assert Handover.objects.get().opened_on == date(2026, 6, 20)


def test_again_there_is_nothing(term, capsys):
    told(capsys)

    assert told(capsys) == NOTHING
    assert Handover.objects.count() == 1


def test_it_says_who_follows_and_what_is_put_away(term, capsys):
    told(capsys)
    successor = TermFactory(position=term.position, began_on=JULY_1)
    followed = told(capsys)
    successor.person = term.person
    successor.save()

    assert followed == ["Somebody follows now: Treasurer."]
    assert told(capsys) == ["Nothing to hand on after all: Treasurer."]


def test_a_trial_says_the_same_and_writes_nothing(term, capsys):
    assert told(capsys, "--dry-run") == [
        "Hand-over opened: Treasurer.",
        "This was a trial: nothing was written.",
    ]
    assert not Handover.objects.exists()


def test_without_a_day_it_is_the_body_s_today(db, capsys):
    call_command("keep_service")

    assert capsys.readouterr().out.splitlines() == NOTHING


def test_a_day_that_is_none_is_refused(db):
    with pytest.raises(CommandError, match="invalid"):
        call_command("keep_service", "--on", "soon")
