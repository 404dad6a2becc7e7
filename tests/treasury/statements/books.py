"""Books, statements and lines for these tests, in a few words each."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry
from treasury.actions.reconciling import keep_statement
from treasury.models import Statement, StatementLine

JANUARY_31 = date(2026, 1, 31)
BANK, INCOME = "1000", "4000"


def january(day):
    """A day of January 2026."""
    return date(2026, 1, day)


def post(amount, *, on=15, memo="Test", into=BANK):
    """One entry between the bank and an income account."""
    lines = [
        Line(account(into), fund(), money(amount)),
        Line(account(INCOME), fund(), -money(amount)),
    ]
    return post_entry(dated=january(on), memo=memo, lines=lines, posted_by=None)


def line(amount, *, on=15, key="", description="Deposit", reference=""):
    """An unsaved line of the bank’s."""
    return StatementLine(
        key=key or f"{amount}|{on}|{description}",
        dated=january(on),
        amount=money(amount),
        description=description,
        reference=reference,
    )


def statement(*lines, closing=None, on=31, code=BANK, sha256="", by=None):
    """A statement up to a day of January, kept with its lines."""
    kind = Statement.Kind.FILE if lines else Statement.Kind.ASSERTED
    kept = Statement(
        account=account(code),
        kind=kind,
        ends_on=january(on),
        closing=None if closing is None else money(closing),
        sha256=sha256,
    )
    keep_statement(kept, lines, imported_by=by)
    return kept


def refused(code):
    """Expect one refusal by its code."""
    return pytest.raises(ValidationError, check=lambda error: code in codes(error))


def codes(error):
    if hasattr(error, "error_dict"):
        return {each.code for many in error.error_dict.values() for each in many}
    return {each.code for each in error.error_list}


def said(client, address, data=None):
    """The page after a button was pressed."""
    return client.post(address, data or {}, follow=True).content.decode()
