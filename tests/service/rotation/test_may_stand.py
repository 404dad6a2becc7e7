"""Who may stand: what blocks, and what is only to be said."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Finding, Post, Reason, Verdict, may_stand
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    book,
    left,
    turn,
)

JANUARY_28 = date(2028, 1, 1)
ONCE = replace(CHAIR, most_terms=1)
BYLAW = replace(CHAIR, most_terms=2, months_off=12, is_binding=True)
WEB = Post(key=7, name="Web")
TWO_TERMS = (
    turn(ANN, JANUARY_25, JANUARY_26),
    turn(ANN, JANUARY_26, JANUARY_27, key=11),
)


def test_who_never_served_may_stand():
    verdict = may_stand(book(BYLAW), BYLAW, ANN, JANUARY_27)

    assert verdict == Verdict(terms_served=0, most_terms=2, findings=())
    assert verdict.is_allowed


def test_after_one_of_two_terms_a_second_is_allowed():
    kept = book(BYLAW, TWO_TERMS[0])

    assert may_stand(kept, BYLAW, ANN, JANUARY_26) == Verdict(1, 2, ())


def test_after_as_many_terms_as_the_bylaws_allow_nobody_may_stand():
    verdict = may_stand(book(BYLAW, *TWO_TERMS), BYLAW, ANN, JANUARY_27)

    found = Finding(Reason.TERMS_SERVED, is_binding=True, free_on=JANUARY_28)
    assert verdict == Verdict(2, 2, (found,))
    assert not verdict.is_allowed


@pytest.mark.parametrize(
    ("begins_on", "findings"),
    [
        (
            date(2027, 12, 31),
            (Finding(Reason.COOLING_OFF, is_binding=True, free_on=JANUARY_28),),
        ),
        (JANUARY_28, ()),
    ],
)
def test_the_time_off_lasts_until_the_day_it_says(begins_on, findings):
    verdict = may_stand(book(BYLAW, *TWO_TERMS), BYLAW, ANN, begins_on)

    assert verdict.findings == findings


def test_what_is_only_suggested_is_said_and_does_not_block():
    kept = book(ONCE, TWO_TERMS[0])

    verdict = may_stand(kept, ONCE, ANN, JANUARY_26)

    found = Finding(Reason.TERMS_SERVED, is_binding=False, free_on=date(2026, 1, 2))
    assert verdict == Verdict(1, 1, (found,))
    assert verdict.is_allowed


def test_without_a_cap_somebody_may_serve_for_ever():
    verdict = may_stand(book(CHAIR, *TWO_TERMS), CHAIR, ANN, JANUARY_27)

    assert verdict == Verdict(2, None, ())


def test_the_rest_of_somebodys_term_leaves_two_of_ones_own():
    rest = turn(ANN, date(2025, 7, 1), JANUARY_26, filled="remainder")

    verdict = may_stand(book(BYLAW, rest, TWO_TERMS[1]), BYLAW, ANN, JANUARY_27)

    assert verdict == Verdict(1, 2, ())


def test_stepping_up_counts_before_it_is_written():
    always = replace(ONCE, remainder_counts="always")
    ann = turn(ANN, JANUARY_26, JANUARY_27, post=2)
    kept = book(always, ALTERNATE, left(BEN, JANUARY_26, MARCH_10), ann)

    assert may_stand(kept, always, ANN, JANUARY_27).terms_served == 1


def test_terms_of_others_and_in_other_posts_do_not_count():
    kept = book(ONCE, WEB, TWO_TERMS[0], turn(BEN, JANUARY_25, JANUARY_26, post=7))

    assert may_stand(kept, ONCE, BEN, JANUARY_26) == Verdict(0, 1, ())


def test_one_person_one_office_is_said_and_never_blocks():
    web = turn(ANN, JULY_26, JANUARY_28, post=7)
    bylaw = replace(BYLAW, is_binding=True)

    verdict = may_stand(book(bylaw, WEB, web), bylaw, ANN, JANUARY_26)

    found = Finding(Reason.OTHER_POSITION, is_binding=False, others=(web,))
    assert verdict == Verdict(0, 2, (found,))
    assert verdict.is_allowed


@pytest.mark.parametrize(
    ("began_on", "ends_on", "said"),
    [
        (JANUARY_25, JANUARY_26, False),
        (JANUARY_25, date(2026, 1, 2), True),
        (JANUARY_25, None, True),
        (date(2026, 12, 31), None, True),
        (JANUARY_27, None, False),
    ],
)
def test_another_position_is_one_on_some_day_of_the_term(began_on, ends_on, said):
    kept = book(CHAIR, WEB, turn(ANN, began_on, ends_on, post=7))

    assert bool(may_stand(kept, CHAIR, ANN, JANUARY_26).findings) is said


def test_another_position_is_looked_for_until_the_end_that_was_given():
    kept = book(CHAIR, WEB, turn(ANN, JULY_26, post=7))

    verdict = may_stand(kept, CHAIR, ANN, JANUARY_26, ends_on=JULY_26)

    assert verdict.findings == ()


def test_going_on_in_the_same_post_is_not_another_position():
    kept = book(CHAIR, turn(ANN, JANUARY_25))

    assert may_stand(kept, CHAIR, ANN, JANUARY_26) == Verdict(1, None, ())


def test_without_an_end_the_term_is_taken_to_be_in_the_first_seat():
    halves = replace(CHAIR, stagger_group="seats", seats=2)
    kept = book(halves, WEB, turn(ANN, date(2026, 8, 1), post=7))

    verdict = may_stand(kept, halves, ANN, JANUARY_26)

    assert [finding.reason for finding in verdict.findings] == ["other-position"]


def test_who_acts_for_somebody_holds_no_other_position():
    kept = book(CHAIR, WEB, turn(ANN, JANUARY_25, post=7, standing="acting"))

    assert may_stand(kept, CHAIR, ANN, JANUARY_26).findings == ()


@pytest.mark.parametrize("fields", [{"closed_on": MARCH_10}, {"began_on": JULY_26}])
def test_nobody_may_stand_for_a_post_that_is_not_there(fields):
    post = replace(CHAIR, **fields)

    verdict = may_stand(book(post), post, ANN, MARCH_10)

    assert verdict.findings == (Finding(Reason.NOT_OPEN, is_binding=True),)
