"""Ticking the books off against a statement, and settling it to the cent."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction

from tests.factories import BodyFactory, account, money
from tests.treasury.statements.books import JANUARY_31, line, post, refused, statement
from treasury.actions.reconciling import (
    clear,
    clear_proposed,
    keep_statement,
    proposals,
    reconcile,
    state_balance,
    unclear,
)
from treasury.actions.standing import standing
from treasury.models import Clearing, Statement

NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def test_a_line_that_came_before_is_left_where_it_is():
    one = statement(line("45.00"), line("12.00"), closing="57.00")

    other = statement(line("45.00"), line("9.00"), closing="66.00")

    assert one.lines.count() == 2
    assert [str(each.amount) for each in other.lines.all()] == ["9.00"]


def test_the_same_file_is_kept_once():
    statement(line("45.00"), sha256="a" * 64)

    with refused("imported_before"):
        statement(line("9.00"), sha256="a" * 64)


def test_an_assertion_needs_a_balance():
    with refused("balance_missing"):
        statement()


def test_a_line_after_the_last_day_is_refused():
    with refused("no_such_day"):
        statement(line("45.00", on=20), on=15)


def test_an_account_that_holds_no_money_has_no_statement():
    asserted = Statement(
        account=account("4000"), ends_on=JANUARY_31, closing=money("1.00")
    )

    with pytest.raises(ValidationError):
        keep_statement(asserted, [], imported_by=None)


def test_what_is_cleared_is_what_the_statement_ends_with():
    post("45.00")
    post("-12.00", on=30)
    kept = statement(line("45.00", on=16), closing="45.00")

    clear_proposed(kept, proposals(kept))

    stands = standing(kept)
    assert (stands.difference, stands.book) == (money("0.00"), money("33.00"))
    assert [each.amount for each in stands.outstanding] == [money("-12.00")]
    assert (stands.outstanding_in, stands.outstanding_out) == (
        money("0.00"),
        money("-12.00"),
    )


def test_one_line_clears_the_entries_that_make_up_its_sum():
    post("20.00")
    post("25.00")
    kept = statement(line("45.00", on=17), closing="45.00")

    count = clear_proposed(kept, proposals(kept))

    assert count == 1
    assert Clearing.objects.filter(line__amount=money("45.00")).count() == 2


def test_a_line_and_entries_that_differ_are_not_the_same():
    entry = post("44.00")
    kept = statement(line("45.00"))

    with pytest.raises(ValidationError, match=r"says 45\.00, and the books say 44\.00"):
        clear(kept, [entry], line=kept.lines.get())


def test_an_entry_is_cleared_once():
    entry = post("45.00")
    kept = statement(line("45.00"), closing="45.00")
    clear(kept, [entry], line=kept.lines.get())

    with refused("entry_cleared"):
        clear(kept, [entry])


def test_a_line_is_cleared_once():
    kept = statement(line("45.00"), closing="45.00")
    clear(kept, [post("45.00")], line=kept.lines.get())

    with refused("line_cleared"):
        clear(kept, [post("45.00")], line=kept.lines.get())


@pytest.mark.parametrize("many", [0, 1])
def test_only_what_moves_the_account_can_be_cleared(many):
    entries = [post("45.00", into="1010")] * many

    with refused("other_account"):
        clear(statement(closing="45.00"), entries)


def test_a_tick_is_taken_back_with_all_entries_of_its_line():
    post("20.00")
    post("25.00")
    kept = statement(line("45.00"), closing="45.00")
    clear_proposed(kept, proposals(kept))

    unclear(Clearing.objects.first())

    assert not Clearing.objects.exists()


def test_a_statement_is_settled_when_nothing_differs(tess):
    post("45.00")
    kept = statement(line("45.00"), closing="45.00")
    clear_proposed(kept, proposals(kept))

    reconcile(kept, at=NOW, reconciled_by=tess)

    kept.refresh_from_db()
    assert (kept.reconciled_at, kept.reconciled_by) == (NOW, tess)


def test_a_statement_that_differs_by_a_cent_is_not_settled():
    post("45.00")
    kept = statement(line("45.00"), closing="45.01")
    clear_proposed(kept, proposals(kept))

    with pytest.raises(ValidationError, match=r"differ by 0\.01"):
        reconcile(kept, at=NOW, reconciled_by=None)


def test_a_settled_statement_stays_as_it_is():
    post("45.00")
    kept = statement(line("45.00"), closing="45.00")
    clear_proposed(kept, proposals(kept))
    reconcile(kept, at=NOW, reconciled_by=None)

    with refused("settled"):
        reconcile(kept, at=NOW, reconciled_by=None)
    with refused("settled"):
        unclear(Clearing.objects.get())
    with refused("settled"):
        clear(kept, [post("9.00")])


def test_the_database_holds_a_settled_statement_too():
    kept = statement(closing="0.00")
    reconcile(kept, at=NOW, reconciled_by=None)

    with pytest.raises(Error), transaction.atomic():
        Statement.objects.filter(pk=kept.pk).update(closing=5)


def test_the_next_statement_begins_where_the_last_one_ended():
    post("45.00", on=5)
    first = statement(line("45.00", on=5), closing="45.00", on=10)
    clear_proposed(first, proposals(first))
    reconcile(first, at=NOW, reconciled_by=None)
    post("-12.00", on=20)

    second = statement(line("-12.00", on=21), closing="33.00")
    clear_proposed(second, proposals(second))

    assert standing(second).difference == money("0.00")
    assert standing(first).cleared == money("45.00")


def test_earlier_days_are_settled_with_a_later_one():
    later = statement(closing="0.00", on=20)
    reconcile(later, at=NOW, reconciled_by=None)

    with refused("later_settled"):
        reconcile(statement(closing="0.00", on=10), at=NOW, reconciled_by=None)


def test_an_assertion_is_checked_by_the_lines_of_a_longer_file():
    post("45.00", on=5)
    post("9.00", on=25)
    file = statement(line("45.00", on=6), line("9.00", on=26), closing="54.00")
    clear_proposed(file, proposals(file))

    asserted = statement(closing="45.00", on=10)
    reconcile(asserted, at=NOW, reconciled_by=None)

    assert standing(asserted).difference == money("0.00")
    assert standing(file).difference == money("0.00")
    reconcile(file, at=NOW, reconciled_by=None)
    assert standing(asserted).cleared == money("45.00")


def test_an_assertion_without_a_file_is_ticked_by_hand():
    entry = post("1240.50", on=2)
    post("-45.00", on=30)
    asserted = statement(closing="1240.50")

    clear(asserted, [entry])

    stands = standing(asserted)
    assert stands.difference == money("0.00")
    assert [str(each.amount) for each in stands.outstanding] == ["-45.00"]


def test_what_the_books_have_on_a_later_day_is_told():
    entry = post("45.00", on=31)
    kept = statement(line("45.00", on=20), closing="45.00", on=20)

    clear(kept, [entry], line=kept.lines.get())

    stands = standing(kept)
    assert (stands.book, stands.cleared) == (money("0.00"), money("45.00"))
    assert stands.booked_later == money("45.00")


def test_the_balance_that_is_settled_is_the_one_stated_last():
    post("45.00")
    kept = statement(line("45.00"), closing="45.00")
    clear_proposed(kept, proposals(kept))
    read_before = Statement.objects.get(pk=kept.pk)
    state_balance(kept, money("40.00"))

    with refused("difference"):
        reconcile(read_before, at=NOW, reconciled_by=None)
