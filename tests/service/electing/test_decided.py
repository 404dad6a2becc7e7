"""The report on elections: who was elected in a period, to what, and how."""

from datetime import date

import pytest

from intergroup.kit import reports
from intergroup.kit.dates import Period
from service.actions import electing
from service.models import BallotMotion
from service.reports.elections.decided import (
    Decided,
    DecidedElections,
    Elected,
    decided_elections,
)
from tests.factories import PositionFactory
from tests.service.electing.area import (
    JANUARY,
    TODAY,
    ballot,
    election_of,
    method,
    stands,
)

pytestmark = pytest.mark.django_db

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
ENDS, LAST = date(2029, 1, 1), date(2028, 12, 31)


def how(election):
    """Who was elected, and how, in words."""
    electing.finish(election, on=TODAY, by=None)
    (line,) = decided_elections(OCTOBER).elections
    return [(each.name, each.how) for each in line.elected]


def to_the_hat(**fields):
    """Two who tie four times, and no fifth ballot."""
    election = election_of("Ann", "Bob", **fields)
    for _nth in range(4):
        ballot(election, Ann=10, Bob=10)
    motion = BallotMotion(election=election, is_moved=False)
    electing.record_motion(motion, recorded_by=None)
    return election


@pytest.fixture
def chair():
    """An election that the second ballot decided."""
    election = election_of("Ann", "Bob")
    ballot(election, Ann=19, Bob=11)
    ballot(election, Ann=20, Bob=10)
    electing.finish(election, on=TODAY, by=None)
    return election


def test_the_report_says_who_was_elected_and_by_which_ballot(chair):
    ann = Elected("Ann D.", "ballot", 2, is_alternate=False)

    assert decided_elections(OCTOBER) == DecidedElections(
        period=OCTOBER,
        elections=(
            Decided(
                decided_on=TODAY,
                position="Chair",
                seats=1,
                method="Third Legacy",
                outcome="elected",
                told="elected",
                begins_on=JANUARY,
                ends_on=ENDS,
                last_on=LAST,
                elected=(ann,),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (TODAY, TODAY, 1),
        (date(2026, 1, 1), date(2026, 10, 10), 0),
        (date(2026, 10, 12), date(2026, 12, 31), 0),
    ],
)
def test_both_ends_of_the_period_are_in_it(chair, first, last, found):
    assert len(decided_elections(Period(first, last)).elections) == found


def test_an_open_election_is_not_in_it():
    election_of("Ann")

    assert decided_elections(OCTOBER).elections == ()


def test_a_yes_is_told():
    election = election_of("Ann")
    ballot(election, yes=20, no=10)

    assert how(election) == [("Ann D.", "ballot 1, yes or no")]


def test_acclamation_is_told():
    election = election_of("Ann", by="Acclamation")
    electing.record_objection(election, is_objected=False)

    assert how(election) == [("Ann D.", "acclamation")]


def test_the_hat_is_told_and_its_second_name_as_alternate():
    rules = method()
    rules.is_second_drawn = True
    rules.save()
    election = to_the_hat()
    names = [stands(election, "Bob").pk, stands(election, "Ann").pk]
    electing.draw_by_hand(election, names, recorded_by=None)

    assert how(election) == [
        ("Bob D.", "the hat"),
        ("Ann D.", "the hat, as alternate"),
    ]


def test_several_seats_are_told_in_the_order_of_their_votes():
    election = election_of(
        "Ann", "Bob", "Cy", by="Plurality for several seats", seats=2
    )
    ballot(election, Ann=5, Bob=12, Cy=9, valid=14)

    assert how(election) == [("Bob D.", "ballot 1"), ("Cy D.", "ballot 1")]


def test_an_election_that_was_called_off_elected_nobody():
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)
    electing.call_off(election, on=TODAY)

    (line,) = decided_elections(OCTOBER).elections

    assert (line.told, line.elected) == ("called off", ())


def test_the_report_as_json_is_what_scripts_rely_on(chair):
    ann = {"name": "Ann D.", "by": "ballot", "ballot": 2, "is_alternate": False}

    assert decided_elections(OCTOBER).as_json() == {
        "from": "2026-10-01",
        "to": "2026-10-31",
        "elections": [
            {
                "decided_on": "2026-10-11",
                "position": "Chair",
                "seats": 1,
                "method": "Third Legacy",
                "outcome": "elected",
                "begins_on": "2027-01-01",
                "ends_on": "2029-01-01",
                "elected": [ann],
            }
        ],
    }


def test_the_report_as_a_table_has_a_row_for_each_who_was_elected(chair):
    (table,) = decided_elections(OCTOBER).as_tables()

    assert table.rows == (
        (
            *(TODAY, "Chair", "Ann D.", "ballot 2", "Third Legacy"),
            *("elected", JANUARY, LAST),
        ),
    )
    assert len(table.header) == len(table.rows[0])


def test_an_election_of_nobody_has_a_row_too():
    electing.call_off(election_of("Ann"), on=TODAY)

    (table,) = decided_elections(OCTOBER).as_tables()

    assert table.rows[0][2:6] == (None, None, "Third Legacy", "called off")


def test_the_report_is_written_in_every_form(chair):
    shown = reports.get("elections")
    answer = decided_elections(OCTOBER)

    assert "<td>Ann D. (ballot 2)</td>" in shown.as_html(answer)
    for form in reports.FORMS:
        assert reports.write(shown, answer, form)


def test_the_report_on_nothing_says_so():
    html = reports.get("elections").as_html(decided_elections(OCTOBER))

    assert "No election was decided in this period." in html


@pytest.mark.parametrize("count", [1, 3])
def test_the_report_takes_eight_queries(django_assert_max_num_queries, count):
    for nth in range(count):
        position = PositionFactory(name=f"Position {nth}")
        election = election_of("Ann", "Bob", position=position)
        ballot(election, Ann=20, Bob=10)
        electing.finish(election, on=TODAY, by=None)

    with django_assert_max_num_queries(8):
        assert len(decided_elections(OCTOBER).elections) == count
