"""My position: what one serves as about a day, and what belongs to it."""

from datetime import date

import pytest
from django.contrib.auth.models import Group as Role

from service.actions.handing_on import take
from service.models import Term
from service.reports.about_position import AboutPosition, about_position
from service.reports.my_position import my_positions
from service.reports.vacancies import Successor
from tests.factories import (
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.handing_on.world import JULY_1, JUNE_20, LAST_DAY, handover

SUGGESTED = "It is suggested that somebody else serves after"


def names(user, day):
    return [each.about.name for each in my_positions(user, day)]


def position(name, **fields):
    return PositionFactory(name=name, **fields)


def test_a_position_in_words(db):
    chair = position(
        "Alternate Chair",
        committee=CommitteeFactory(name="Steering"),
        duties="Stands in.",
        email="alternate@example.org",
        role=Role.objects.get(name="Chair"),
        alternate_of=position("Chair"),
        sobriety_months=36,
        who_may_hold="Any member",
    )

    assert about_position(chair) == AboutPosition(
        name="Alternate Chair",
        committee="Steering",
        duties="Stands in.",
        mailbox="alternate@example.org",
        role="Chair",
        alternate_of="Chair",
        term="2 years",
        rotation=("A term is 2 years.",),
        asks=("3 years of sobriety", "Any member"),
    )


def test_how_a_position_rotates_is_told_in_sentences(db):
    chair = position(
        "Alternate Chair",
        alternate_of=position("Chair"),
        steps_up="vacancy",
        most_terms=2,
        months_off=12,
        cycle_from=date(2026, 1, 1),
        stagger_group="first",
        election_month=10,
    )

    assert about_position(chair).rotation == (
        "A term is 2 years.",
        f"{SUGGESTED} 2 terms in a row, for 1 year.",
        "Terms are staggered, so that not everybody rotates at once.",
        "It is elected in October.",
        "Whoever serves in it steps up as Chair when that falls vacant.",
    )


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"most_terms": 1, "is_rotation_binding": True},
            "By the bylaws somebody else serves after one term.",
        ),
        (
            {"most_terms": 1},
            f"{SUGGESTED} one term.",
        ),
        (
            {"most_terms": 2, "months_off": 6, "is_rotation_binding": True},
            "By the bylaws somebody else serves after 2 terms in a row, for 6 months.",
        ),
    ],
)
def test_how_many_terms_in_a_row_is_a_bylaw_or_suggested(db, fields, sentence):
    assert about_position(PositionFactory(**fields)).rotation[1] == sentence


def test_today_s_come_before_those_to_come_and_those_that_ended(db, tess):
    for name, began, ends in [
        ("Ended", date(2024, 1, 1), JUNE_20),
        ("To come", JULY_1, None),
        ("Today", date(2025, 1, 1), JULY_1),
    ]:
        TermFactory(
            position=position(name), person=tess.person, began_on=began, ends_on=ends
        )
    TermFactory(position=position("Of somebody else"))

    assert names(tess, JUNE_20) == ["Today", "To come", "Ended"]


@pytest.mark.parametrize(
    ("day", "is_shown"), [(date(2026, 7, 30), True), (date(2026, 7, 31), False)]
)
def test_what_ended_stays_for_some_days(db, tess, day, is_shown):
    TermFactory(person=tess.person, ends_on=JULY_1)

    assert bool(my_positions(tess, day)) is is_shown


def test_what_ended_stays_while_its_hand_over_is_open(db, tess, gail):
    made = handover(tess.person, gail.person)
    day = date(2026, 9, 1)
    before = names(tess, day)

    take(made.items.get(), by=gail, on=day)

    assert (before, names(tess, day)) == (["Treasurer"], [])


def test_who_follows_who_alternates_and_who_stands_beside_are_named(db, tess):
    treasurer = position("Treasurer")
    alternate = position("Alternate Treasurer", alternate_of=treasurer)
    own = TermFactory(position=treasurer, person=tess.person, ends_on=JULY_1)
    TermFactory(
        position=treasurer, person=PersonFactory(first_name="Bo"), began_on=JULY_1
    )
    TermFactory(position=alternate, person=PersonFactory(first_name="Al"))
    TermFactory(position=position("Webmaster"), person=PersonFactory(first_name="Web"))

    (mine,) = my_positions(tess, JUNE_20)

    assert (mine.pk, mine.last_on) == (own.pk, LAST_DAY)
    assert mine.next == Successor("Bo D.", JULY_1)
    assert (mine.alternates, mine.beside) == (("Al D.",), ())


def test_an_alternate_reads_beside_whom_they_serve(db, gail, tess):
    treasurer = position("Treasurer")
    TermFactory(position=treasurer, person=tess.person)
    alternate = position("Alternate Treasurer", alternate_of=treasurer)
    TermFactory(position=alternate, person=gail.person)

    (mine,) = my_positions(gail, JUNE_20)

    assert (mine.about.alternate_of, mine.beside) == ("Treasurer", ("Tess D.",))


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("", ""),
        (Term.Standing.INTERIM, "interim, until an election"),
        (Term.Standing.ACTING, "acting, while somebody is away"),
    ],
)
def test_who_serves_in_between_reads_how(db, tess, standing, words):
    TermFactory(person=tess.person, standing=standing)

    (mine,) = my_positions(tess, JUNE_20)

    assert mine.standing == words


def test_both_read_their_side_of_the_list(db, tess, gail):
    made = handover(tess.person, gail.person)

    (of_tess,), (of_gail,) = my_positions(tess, JUNE_20), my_positions(gail, JUNE_20)

    assert (of_tess.giving.handing.pk, of_tess.receiving) == (made.pk, None)
    assert (of_gail.receiving.handing.pk, of_gail.giving) == (made.pk, None)
    assert (of_tess.giving.hands.gives, of_gail.receiving.hands.takes) == (True, True)
    assert of_gail.is_to_come


def test_one_without_a_person_serves_as_nothing(db, ada):
    TermFactory()

    assert my_positions(ada, JUNE_20) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_few_queries_for_three_positions(
    db, django_assert_max_num_queries, tess, gail, count
):
    for n in range(count):
        handover(tess.person, gail.person, position=position(f"Position {n}"))

    with django_assert_max_num_queries(12):
        my_positions(tess, JUNE_20)
