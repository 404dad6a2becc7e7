"""The elections of a meeting in its packet: before them, and after."""

from datetime import date

import pytest

from intergroup.business.printing import packet_html
from service.actions import electing
from service.reports.elections import elections_of_meeting
from service.reports.elections.of_meeting import Line, Row
from tests.factories import BusinessMeetingFactory, PositionFactory
from tests.service.electing.area import JANUARY, TODAY, ballot, election_of, stands

pytestmark = pytest.mark.django_db

LAST = date(2028, 12, 31)
NOVEMBER = date(2026, 11, 8)


@pytest.fixture
def october():
    return BusinessMeetingFactory(held_on=TODAY, roll_size=21)


def lines(meeting, *, today=TODAY):
    """The elections of a meeting; none where it has nothing to say."""
    report = elections_of_meeting(meeting, today=today)
    return report.elections if report else ()


def test_a_meeting_without_elections_says_nothing(october):
    assert elections_of_meeting(october, today=TODAY) is None


def test_an_election_before_the_meeting_says_who_stands_and_what_elects(october):
    election_of("Ann", "Bob", meeting=october)

    assert lines(october) == (
        Line(
            position="Chair",
            seats=1,
            begins_on=JANUARY,
            last_on=LAST,
            is_remainder=False,
            method="Third Legacy",
            elects="At least two-thirds of the valid votes elects. "
            "14 of 21 if all votes are cast.",
            stand=("Ann D.", "Bob D."),
            ballots=(),
            rows=(),
            motions=(),
            outcome="",
        ),
    )


def test_an_election_that_was_held_says_each_ballot_and_the_rule(october):
    election = election_of("Ann", "Bob", "Cy", meeting=october)
    ballot(election, Ann=12, Bob=11, Cy=10)
    ballot(election, Ann=19, Bob=11, Cy=3)
    ballot(election, Ann=22, Bob=11)
    electing.finish(election, on=TODAY, by=None)

    (line,) = lines(october)

    told = "Ann D. has 22 of 33 votes, exactly two-thirds, and is elected."
    assert line.ballots == (1, 2, 3)
    assert line.rows == (
        Row("Ann D.", (12, 19, 22), told),
        Row(
            *("Bob D.", (11, 11, 11)),
            "Bob D. is not elected: every seat is filled.",
        ),
        Row(
            *("Cy D.", (10, 3, None)),
            "Cy D. has 3 of 33 votes, less than one-fifth, and is withdrawn.",
        ),
    )
    assert line.outcome == (
        f"{told} Ann D. serves from Jan. 1, 2027 until Dec. 31, 2028."
    )


def test_where_the_most_votes_win_no_number_is_told(october):
    election_of("Ann", "Bob", by="Plurality for several seats", meeting=october)

    (line,) = lines(october)

    assert line.elects == (
        "The most votes win; a tie for the last seat is voted on again."
    )


def test_without_a_roll_no_number_is_told():
    meeting = BusinessMeetingFactory(held_on=TODAY)
    election_of("Ann", "Bob", meeting=meeting)

    (line,) = lines(meeting)

    assert line.elects == "At least two-thirds of the valid votes elects."


def test_positions_come_in_the_order_of_election(october):
    for name, order in [("Treasurer", 30), ("Secretary", 20), ("Chair", 10)]:
        position = PositionFactory(name=name, order=order)
        election_of("Ann", position=position, meeting=october)

    told = [line.position for line in lines(october)]

    assert told == ["Chair", "Secretary", "Treasurer"]


def test_an_open_election_without_a_meeting_is_for_the_next_one(october):
    november = BusinessMeetingFactory(held_on=NOVEMBER)
    election_of("Ann")

    def found(today):
        return [len(lines(each, today=today)) for each in (october, november)]

    assert found(TODAY) == [1, 0]
    assert found(date(2026, 10, 12)) == [0, 1]
    assert found(date(2026, 11, 9)) == [0, 0]


def test_an_election_decided_on_the_day_of_a_meeting_was_held_there(october):
    BusinessMeetingFactory(held_on=NOVEMBER)
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)
    electing.finish(election, on=TODAY, by=None)

    assert len(lines(october, today=NOVEMBER)) == 1


def test_nobody_who_said_no_is_told(october):
    election = election_of("Ann", "Bob", meeting=october)
    electing.answer(stands(election, "Bob"), "declined")

    (line,) = lines(october)

    assert line.stand == ("Ann D.",)


@pytest.mark.parametrize("count", [1, 3])
def test_elections_of_a_meeting_take_fifteen_queries(
    october, django_assert_max_num_queries, count
):
    for nth in range(count):
        position = PositionFactory(name=f"Position {nth}")
        election = election_of("Ann", "Bob", position=position, meeting=october)
        ballot(election, Ann=20, Bob=10)

    with django_assert_max_num_queries(15):
        told = lines(october)

    assert len(told) == count


def test_the_packet_has_its_elections(october):
    election_of("Ann", "Bob", meeting=october)

    html = packet_html(october)

    assert '<section class="part" id="elections">' in html
    assert "<dt>Who stands</dt><dd>Ann D., Bob D.</dd>" in html
    assert "14 of 21 if all votes are cast." in html


def test_the_packet_after_it_has_the_ballots(october):
    election = election_of("Ann", "Bob", meeting=october)
    ballot(election, Ann=19, Bob=11)
    ballot(election, Ann=20, Bob=10)
    electing.finish(election, on=TODAY, by=None)

    html = packet_html(october)

    assert "<caption>Votes on each of 2 ballots</caption>" in html
    assert (
        '<th scope="row">Ann D.</th><td class="number">19</td>'
        '<td class="number">20</td><td class="said">Ann D. has 20 of 30 votes, '
        "exactly two-thirds, and is elected.</td>"
    ) in html


def test_an_election_that_nobody_stands_for_is_told(october):
    election_of(meeting=october)

    assert "<dd>nobody yet</dd>" in packet_html(october)
