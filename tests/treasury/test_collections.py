"""Recording what was counted at a meeting: all of it, or nothing."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import BodyFactory, GroupFactory, account, fund, money
from treasury.actions.collections import record_collection
from treasury.models import ClosedMonth, Collection, Contribution, Entry
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)


def given(amount, group=None, method="cash", source=None, **values):
    return Contribution(
        source=source or ("group" if group else "basket"),
        group=group,
        amount=money(amount),
        method=method,
        account=account("1010"),
        fund=fund(),
        **values,
    )


def counted(total=None, why="", **values):
    facts = {
        "collected_on": JUNE_1,
        "first_counter": "Jo M.",
        "second_counter": "Ann B.",
        **values,
    }
    return Collection(counted=total and money(total), explanation=why, **facts)


def record(collection, *contributions):
    record_collection(collection, contributions, recorded_by=None)
    return collection


def lines(entry):
    return list(entry.postings.values_list("account__code", "amount"))


def test_a_collection_records_all_with_receipts_and_books(db, tess):
    hope, calm = GroupFactory(number=12), GroupFactory(number=14)
    collection = counted("45.00")

    rows = [given("45.00", hope), given("30.00", calm, "cheque", reference="1234")]
    record_collection(collection, rows, recorded_by=tess)

    saved = Contribution.objects.order_by("receipt_number")
    assert [each.receipt for each in saved] == ["2026-0001", "2026-0002"]
    assert {each.received_on for each in saved} == {JUNE_1}
    assert list(collection.contributions.order_by("pk")) == list(saved)
    assert (collection.cash, collection.entry) == (money("45.00"), None)
    assert (collection.recorded_by, saved[0].entry.posted_by) == (tess, tess)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("46.50", [("1010", money("1.50")), ("5950", money("-1.50"))]),
        ("44.00", [("1010", money("-1.00")), ("5950", money("1.00"))]),
    ],
)
def test_cash_over_or_short_is_explained_and_stands_in_the_books(db, total, expected):
    collection = record(counted(total, "A coin rolled"), given("45.00"))

    assert lines(collection.entry) == expected
    assert collection.entry.memo == "Cash over or short: A coin rolled"
    assert list(check_books().findings) == []


@pytest.mark.parametrize(
    ("total", "sentence"),
    [
        ("46.50", r"\$46.50 was counted and \$45.00 entered: \$1.50 over. Why\?"),
        ("44.00", r"\$44.00 was counted and \$45.00 entered: \$1.00 short. Why\?"),
    ],
)
def test_a_difference_that_nobody_explains_is_refused(db, total, sentence):
    with pytest.raises(ValidationError, match=sentence):
        record(counted(total), given("45.00"))

    assert not Collection.objects.exists()


def test_checks_are_not_held_against_the_notes_and_coins(db):
    collection = record(counted("5.00"), given("5.00"), given("70.00", method="cheque"))

    assert (collection.cash, collection.entry) == (money("5.00"), None)


@pytest.mark.parametrize(
    ("amounts", "facts", "code"),
    [
        ([], {}, "nothing"),
        (["0.00"], {}, "too_little"),
        (["-5.00"], {}, "too_little"),
        (["5.00"], {"second_counter": "jo m"}, "one_counter"),
    ],
)
def test_a_collection_is_refused_whole_with_a_sentence(db, amounts, facts, code):
    with pytest.raises(ValidationError) as refused:
        record(counted(**facts), *map(given, amounts))

    errors = refused.value
    found = errors.error_dict.values() if hasattr(errors, "error_dict") else [[errors]]
    assert code in {each.code for sentences in found for each in sentences}
    assert not Entry.objects.exists()


def test_nothing_of_a_collection_enters_a_closed_month(db):
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="June 2026 are closed"):
        record(counted("6.00", "Found one"), given("5.00"))

    assert not Collection.objects.exists()


def test_a_currency_without_cents_takes_no_cents(db):
    BodyFactory(currency="JPY")

    with pytest.raises(ValidationError, match="JPY has no cents"):
        record(counted(), given("45.50"))


def test_three_hundred_rows_ask_the_database_no_more_than_three(db):
    groups = [GroupFactory() for _ in range(303)]

    def queries(mine):
        rows = [given("5.00", each) for each in mine]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            record(counted(), *rows)
        return len(asked)

    few, many = queries(groups[:3]), queries(groups[3:])

    assert Contribution.objects.count() == 303
    assert many <= few + 2
