"""Vacancies: what is open now, and what soon will be."""

from datetime import date, timedelta

import pytest

from service.reports.vacancies import Ending, Successor, Vacancy, vacancies
from tests.factories import PersonFactory, PositionFactory, TermFactory

FEBRUARY_8 = date(2026, 2, 8)
MAY_9 = date(2026, 5, 9)  # 90 days later
MAY_10 = date(2026, 5, 10)
JO = {"first_name": "Jo", "last_initial": "B"}


def test_vacancies_show_the_duties_and_what_is_suggested(db):
    PositionFactory(name="Web", duties="Keeps the site.", sobriety_months=18)

    report = vacancies(FEBRUARY_8)

    web = Vacancy(
        "Web", None, 1, "Keeps the site.", "18 months suggested", "2 years", None
    )
    assert (report.vacant, report.ending, report.seats) == ((web,), (), 1)


def test_a_filled_position_is_not_vacant(db):
    TermFactory()

    assert vacancies(FEBRUARY_8).vacant == ()


def test_a_closed_position_is_not_vacant(db):
    PositionFactory(closed_on=FEBRUARY_8)

    assert vacancies(FEBRUARY_8).vacant == ()


@pytest.mark.parametrize(("ends_on", "shown"), [(MAY_10, 1), (date(2026, 5, 11), 0)])
def test_a_term_is_shown_if_its_last_day_comes_within_90_days(db, ends_on, shown):
    TermFactory(ends_on=ends_on)

    assert len(vacancies(FEBRUARY_8).ending) == shown


def test_a_term_that_has_ended_is_a_vacancy_and_not_an_ending(db):
    TermFactory(ends_on=FEBRUARY_8)

    report = vacancies(FEBRUARY_8)

    assert (len(report.vacant), report.ending) == (1, ())


def test_an_ending_term_names_who_follows_in_its_seat(db):
    old = TermFactory(position=PositionFactory(name="Chair"), ends_on=MAY_10)
    TermFactory(position=old.position, began_on=MAY_10, person=PersonFactory(**JO))

    (ending,) = vacancies(FEBRUARY_8).ending

    assert ending == Ending("Chair", "Pat D.", MAY_9, Successor("Jo B.", MAY_10))


def test_a_vacant_seat_names_who_takes_it_soon(db):
    TermFactory(began_on=MAY_10, person=PersonFactory(**JO))

    (vacancy,) = vacancies(FEBRUARY_8).vacant

    assert vacancy.next == Successor("Jo B.", MAY_10)


def test_endings_come_in_the_order_of_their_days(db):
    for day in (MAY_10, date(2026, 3, 1)):
        TermFactory(ends_on=day)

    days = [each.last_on for each in vacancies(FEBRUARY_8).ending]

    assert days == [date(2026, 2, 28), MAY_9]


def test_vacancies_take_two_queries(db, django_assert_num_queries):
    for _each in range(3):
        TermFactory(ends_on=MAY_9)

    with django_assert_num_queries(2):
        vacancies(FEBRUARY_8, within=timedelta(days=90))
