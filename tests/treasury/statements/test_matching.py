"""What is proposed for a bank’s lines, and why."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import money
from treasury.actions.matching import Confidence, Shown, propose
from treasury.actions.standing import Booked

DAY = date(2026, 1, 15)


def shown(line, amount, *, after=0, reference=""):
    """A bank’s line some days after the fifteenth."""
    return Shown(line, DAY + timedelta(days=after), money(amount), reference)


def booked(entry, amount, *, after=0, reference="", reverses=None):
    """An entry of the books some days after the fifteenth."""
    numbers = frozenset({reference} - {""})
    day = DAY + timedelta(days=after)
    return Booked(entry, entry, day, money(amount), "Memo", reverses, numbers)


def told(lines, books):
    """Which line is proposed to be which entries, how surely and why."""
    return [
        (
            each.line_id,
            [entry.entry_id for entry in each.entries],
            each.confidence,
            each.reason,
        )
        for each in propose(lines, books)
    ]


def test_a_check_is_known_by_its_number_however_late():
    lines = [shown(1, "-300.00", after=90, reference="1042")]
    books = [
        booked(10, "-300.00", reference="1042"),
        booked(11, "-300.00", after=90, reference="1043"),
    ]

    assert told(lines, books) == [
        (1, [10], Confidence.SURE, "Same amount, same number 1042.")
    ]


def test_the_only_one_with_the_amount_is_likely():
    assert told([shown(1, "45.00", after=2)], [booked(10, "45.00")]) == [
        (1, [10], Confidence.LIKELY, "Same amount, 2 days apart.")
    ]


def test_of_several_the_nearest_is_possible():
    books = [booked(10, "45.00", after=-3), booked(11, "45.00")]

    assert told([shown(1, "45.00")], books) == [
        (
            1,
            [11],
            Confidence.POSSIBLE,
            "Same amount, the same day; others have this amount too.",
        )
    ]


@pytest.mark.parametrize(
    "books",
    [
        [booked(10, "45.00", after=-6)],
        [booked(10, "45.01")],
        [booked(10, "-45.00")],
    ],
)
def test_what_is_far_or_not_equal_is_not_proposed(books):
    assert told([shown(1, "45.00")], books) == []


def test_a_deposit_is_what_was_received_on_a_day():
    books = [booked(10, "20.00"), booked(11, "25.00"), booked(12, "7.00", after=-1)]

    assert told([shown(1, "45.00", after=3)], books) == [
        (1, [10, 11], Confidence.LIKELY, "2 entries add up to it.")
    ]


def test_a_deposit_may_be_some_entries_of_several_days():
    books = [
        booked(10, "20.00"),
        booked(11, "25.00", after=-1),
        booked(12, "30.00", after=-2),
        booked(13, "7.00", after=-2),
    ]

    assert told([shown(1, "50.00")], books) == [
        (1, [10, 12], Confidence.POSSIBLE, "2 entries add up to it.")
    ]


def test_equal_amounts_go_before_sums():
    books = [booked(10, "20.00"), booked(11, "25.00"), booked(12, "45.00", after=2)]

    assert [each[:2] for each in told([shown(1, "45.00")], books)] == [(1, [12])]


def test_what_was_taken_back_is_cleared_together_without_a_line():
    books = [booked(10, "45.00"), booked(11, "-45.00", after=20, reverses=10)]

    assert told([], books) == [
        (None, [10, 11], Confidence.SURE, "Taken back before it reached the bank.")
    ]


def test_what_was_recorded_anew_is_cleared_with_what_took_the_first_back():
    books = [booked(11, "45.00", reverses=10), booked(12, "-45.00", after=1)]

    assert told([], books) == [
        (
            None,
            [11, 12],
            Confidence.POSSIBLE,
            "One takes back, the other records anew; the bank shows neither.",
        )
    ]


amounts = st.integers(min_value=1, max_value=40).map(lambda n: f"{n}.00")


@given(
    st.lists(st.tuples(amounts, st.integers(-9, 9)), max_size=12),
    st.lists(st.tuples(amounts, st.integers(-9, 9)), max_size=12),
)
def test_no_line_and_no_entry_is_proposed_twice_and_sums_are_exact(lines, books):
    bank = [shown(n, amount, after=day) for n, (amount, day) in enumerate(lines)]
    ours = [booked(n, amount, after=day) for n, (amount, day) in enumerate(books)]

    found = propose(bank, ours)

    amount_of = {line.line_id: line.amount for line in bank}
    used = [entry.entry_id for each in found for entry in each.entries]
    assert len(used) == len(set(used))
    assert len({each.line_id for each in found}) == len(found)
    for each in found:
        assert sum(e.amount for e in each.entries) == amount_of[each.line_id]


def test_a_thousand_lines_against_a_thousand_entries_take_seconds():
    lines = [shown(n, f"{n % 50 + 500}.37") for n in range(1_000)]
    books = [booked(n, f"{n % 90 + 1}.11", after=n % 14 - 14) for n in range(1_000)]
    began = time.process_time()

    propose(lines, books)

    assert time.process_time() - began < 10
