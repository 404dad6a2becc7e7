"""The usual points: six, put for the kind of position they are for."""

import pytest

from service.actions.handing_on import add_item
from service.actions.usual_points import Kind, kind_of, put_usual_points, usual_points
from service.models import HandoverItem, HandoverPoint
from tests.factories import HandoverPointFactory, PositionFactory
from tests.service.handing_on.world import JUNE_20, handover

SIX = {
    "Bank mandate and signatories",
    "Binder",
    "Calendar",
    "Keys",
    "Mailbox and its password",
    "Who keeps the passwords",
}


def titles(name):
    return [each.title for each in usual_points(name)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Treasurer", Kind.MONEY),
        ("Alternate Treasurer", Kind.MONEY),
        ("Chair", Kind.CHAIR),
        ("Chairperson", Kind.CHAIR),
        ("Alternate Chair", Kind.CHAIR),
        ("Vice-Chair", Kind.CHAIR),
        ("Literature Chair", Kind.OTHER),
        ("Secretary", Kind.RECORDS),
        ("Registrar", Kind.RECORDS),
        ("Web and phone", Kind.WEB),
        ("Hotline coordinator", Kind.WEB),
        ("Events", Kind.OTHER),
    ],
)
def test_a_position_is_known_by_a_word_in_its_name(name, kind):
    assert kind_of(name) is kind


@pytest.mark.parametrize("name", ["Treasurer", "Chair", "Secretary", "Web", "Events"])
def test_they_are_six_whatever_the_position(name):
    points = usual_points(name)

    assert {each.title for each in points} == SIX
    assert [each.order for each in points] == [10, 20, 30, 40, 50, 60]
    assert all(each.how for each in points)


def test_the_treasurer_goes_to_the_bank_first_and_others_last():
    bank = "Bank mandate and signatories"

    assert titles("Treasurer")[0] == titles("Chair")[0] == bank
    assert titles("Events")[-1] == titles("Secretary")[-1] == bank
    assert "freezes the account" in usual_points("Treasurer")[0].how


@pytest.mark.parametrize("name", ["Treasurer", "Chair", "Secretary", "Web", "Events"])
def test_they_are_taken_by_every_list_and_hold_no_password(db, tess, name):
    made = handover(tess.person, titles=())

    for each in usual_points(name):
        item = HandoverItem(handover=made, title=each.title, how=each.how)
        add_item(item, by=tess, on=JUNE_20)

    assert made.items.count() == 6


def test_they_are_put_on_a_list_once(db):
    position = PositionFactory(name="Events")

    assert len(put_usual_points(position)) == 6
    assert put_usual_points(position) == []
    assert HandoverPoint.objects.count() == 6


def test_a_body_s_own_points_are_left_alone(db):
    point = HandoverPointFactory(title="Safe")

    assert put_usual_points(point.position) == []
    assert HandoverPoint.objects.get() == point
