"""Service opportunities: what is open and what soon will be, without a name."""

from datetime import date

import pytest

from service.models import Policy
from service.reports.opportunities import Opportunities, Opportunity, opportunities
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    CommitteeFactory,
    ElectionFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

FEBRUARY_1 = date(2026, 2, 1)
MAY_2 = date(2026, 5, 2)  # 90 days later
MAY_3 = date(2026, 5, 3)
WEB = {
    "name": "Web servant",
    "duties": "Keeps the web site.",
    "who_may_hold": "Any member",
    "sobriety_months": 24,
    "email": "web@ha.example",
}


def told(day=FEBRUARY_1):
    """The names of what is open on a day, and of what soon is, each with its day."""
    report = opportunities(day)
    now = [each.position for each in report.now]
    return now, [(each.position, each.open_from) for each in report.soon]


WEB_TOLD = {
    "position": "Web servant",
    "committee": "Online",
    "duties": "Keeps the web site.",
    "seats": 2,
    "open_from": None,
    "is_interim": False,
    "term": "2 years",
    "rotation": "2 years",
    "sobriety": "2 years suggested",
    "who_may_hold": "Any member",
    "elected": "Elected at the business meeting on Feb. 8, 2026.",
    "mailbox": "web@ha.example",
}


def test_an_open_position_is_told_with_all_that_a_newcomer_asks(db):
    BodyFactory(email="area@ha.example")
    BusinessMeetingFactory(held_on=date(2026, 2, 8))
    online = CommitteeFactory(name="Online")
    position = PositionFactory(**WEB, committee=online, seats=2)

    assert opportunities(FEBRUARY_1) == Opportunities(
        on=FEBRUARY_1,
        until=MAY_2,
        invitation=str(Policy().invitation),
        mailbox="area@ha.example",
        next_meeting=date(2026, 2, 8),
        now=(Opportunity(pk=position.pk, **WEB_TOLD),),
        soon=(),
    )


def test_a_seat_that_is_held_is_not_open(db):
    TermFactory()

    assert told() == ([], [])


def test_a_closed_position_is_not_open(db):
    PositionFactory(closed_on=FEBRUARY_1)

    assert told() == ([], [])


@pytest.mark.parametrize(("ends_on", "shown"), [(MAY_3, 1), (date(2026, 5, 4), 0)])
def test_a_seat_opens_soon_if_its_last_day_comes_as_early_as_the_policy_looks(
    db, ends_on, shown
):
    TermFactory(ends_on=ends_on)

    assert len(opportunities(FEBRUARY_1).soon) == shown


def test_how_far_is_looked_ahead_is_agreed(db):
    Policy(pk=1, soon_days=1).save()
    TermFactory(position=PositionFactory(name="Chair"), ends_on=date(2026, 2, 3))
    TermFactory(ends_on=date(2026, 2, 4))

    assert told() == ([], [("Chair", date(2026, 2, 3))])


def test_a_term_that_ended_that_day_is_open_now(db):
    TermFactory(position=PositionFactory(name="Chair"), ends_on=FEBRUARY_1)

    assert told() == (["Chair"], [])


def test_who_serves_until_the_election_leaves_the_seat_open(db):
    chair = PositionFactory(name="Chair")
    TermFactory(position=chair, standing="interim", ends_on=MAY_2)

    (chair,) = opportunities(FEBRUARY_1).now

    assert (chair.is_interim, chair.open_from) == (True, None)


def test_who_stands_in_neither_opens_nor_fills_a_seat(db):
    held = TermFactory()
    TermFactory(position=held.position, standing="acting")
    TermFactory(position=PositionFactory(name="Chair"), standing="acting")

    assert told() == (["Chair"], [])


def test_a_seat_for_which_somebody_is_chosen_is_not_open(db):
    TermFactory(began_on=MAY_2)
    held = TermFactory(ends_on=MAY_2)
    TermFactory(position=held.position, began_on=MAY_2)

    assert told() == ([], [])


def test_a_seat_that_goes_with_its_position_does_not_open(db):
    TermFactory(position=PositionFactory(closed_on=MAY_2), ends_on=MAY_2)

    assert told() == ([], [])


def test_seats_of_one_position_are_told_by_when_they_open(db):
    chair = PositionFactory(name="Greeter", seats=4)
    TermFactory(position=chair, seat=1)
    TermFactory(position=chair, seat=2, ends_on=MAY_2)

    report = opportunities(FEBRUARY_1)

    assert [each.seats for each in report.now] == [2]
    assert [(each.seats, each.open_from) for each in report.soon] == [(1, MAY_2)]
    assert report.count == 2


def test_what_opens_soon_comes_in_the_order_of_days(db):
    for name, day in (("Chair", MAY_2), ("Web", date(2026, 3, 1))):
        TermFactory(position=PositionFactory(name=name), ends_on=day)

    assert [name for name, _day in told()[1]] == ["Web", "Chair"]


def test_a_vacancy_is_filled_at_the_next_meeting_whatever_the_month_of_elections(db):
    BusinessMeetingFactory(held_on=date(2026, 2, 8))
    PositionFactory(election_month=10)

    (opening,) = opportunities(FEBRUARY_1).now

    assert opening.elected == "Elected at the business meeting on Feb. 8, 2026."


def test_what_opens_at_the_end_of_a_term_is_elected_in_its_month(db):
    BusinessMeetingFactory(held_on=date(2026, 2, 8))
    TermFactory(position=PositionFactory(election_month=4), ends_on=MAY_2)

    (opening,) = opportunities(FEBRUARY_1).soon

    assert opening.elected == "Elected in April."


@pytest.mark.parametrize(("month", "said"), [(10, "Elected in October."), (None, "")])
def test_without_a_meeting_the_month_says_when_is_elected(db, month, said):
    PositionFactory(election_month=month)

    (opening,) = opportunities(FEBRUARY_1).now

    assert opening.elected == said


def test_an_election_that_is_called_says_its_own_day(db):
    for day in (date(2026, 2, 8), date(2026, 3, 8)):
        meeting = BusinessMeetingFactory(held_on=day)
    position = PositionFactory(election_month=10)
    ElectionFactory(position=position, meeting=meeting)

    (opening,) = opportunities(FEBRUARY_1).now

    assert opening.elected == "Elected at the business meeting on March 8, 2026."


@pytest.mark.parametrize("name", ["Events", "events chair"])
def test_a_committee_that_the_name_says_is_not_said_twice(db, name):
    PositionFactory(name=name, committee=CommitteeFactory(name="Events"))

    (opening,) = opportunities(FEBRUARY_1).now

    assert opening.committee == ""


def test_the_body_is_asked_where_a_position_has_no_mailbox(db):
    BodyFactory(email="area@ha.example")
    PositionFactory()

    (opening,) = opportunities(FEBRUARY_1).now

    assert opening.mailbox == "area@ha.example"


def test_what_may_be_a_persons_is_held_back(db):
    BodyFactory(email="area@ha.example")
    PersonFactory(first_name="Zebuline")
    PositionFactory(
        name="Web (Zebuline Achterberg)",
        duties="Ask Zebuline Achterberg, 408-555-0142.",
        who_may_hold="zebuline.a@gmail.com knows",
        email="zebuline.a@gmail.com",
        committee=CommitteeFactory(name="Web of Zebuline Achterberg"),
    )
    Policy(pk=1, invitation="Call Zebuline Achterberg.").save()

    report = opportunities(FEBRUARY_1)

    (opening,) = report.now
    assert report.invitation == "Call […]."
    assert (opening.position, opening.committee) == ("Web ([…])", "Web of […]")
    assert (opening.duties, opening.who_may_hold) == ("Ask […], […].", "[…] knows")
    assert opening.mailbox == "area@ha.example"


def test_nobody_is_named_who_serves_served_or_will_serve(db):
    person = PersonFactory(first_name="Zebuline", last_initial="Q")
    chair = PositionFactory(seats=3)
    TermFactory(position=chair, person=person, ends_on=FEBRUARY_1)
    TermFactory(position=chair, person=person, seat=2, ends_on=MAY_2)
    TermFactory(position=chair, person=person, seat=3, standing="interim")

    assert "Zebuline" not in repr(opportunities(FEBRUARY_1))


def test_opportunities_take_as_many_queries_for_many_as_for_one(
    db, django_assert_num_queries
):
    for _each in range(3):
        PositionFactory(committee=CommitteeFactory())

    with django_assert_num_queries(9):
        opportunities(FEBRUARY_1)
