"""OFX and QFX: the accounts of a file as statements."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import parse_day
from intergroup.kit.money import parse_money
from treasury.resources.statements.keys import with_keys
from treasury.resources.statements.problems import Problems
from treasury.resources.statements.sgml import Account, Fields, read_tags
from treasury.resources.statements.shapes import Line, Read
from treasury.resources.statements.wording import clean_reference

_DAY = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9]{1,3}(?![0-9]))")
_NUMBERS = ("CHECKNUM", "REFNUM")
_OUT = frozenset(("DEBIT", "CHECK", "FEE", "PAYMENT", "SRVCHG", "ATM", "POS"))


def read_ofx(text: str, *, currency: str) -> list[Read]:
    """Return one statement for each account of an OFX or QFX text.

    ``currency`` is taken where the file names none. Raises ValidationError for a
    file without a statement of a bank or a card.
    """
    tags = read_tags(text)
    if not tags.accounts:
        _refuse(tags.statuses, has_investments=tags.has_investments)
    notes = []
    if tags.has_investments:
        notes.append(_("An investment account of this file was left out."))
    if not tags.is_whole:
        notes.append(_("The file has no end; it may have been cut short."))
    return [_statement(each, currency, notes) for each in tags.accounts]


def _refuse(statuses: Iterable[Fields], *, has_investments: bool) -> None:
    for status in statuses:
        if status.get("SEVERITY", "").upper() == "ERROR":
            message = _("The bank answered with an error in place of a statement: %s")
            said = status.get("MESSAGE") or status.get("CODE", "?")
            raise ValidationError(message % said[:200], code="bank_error")
    if has_investments:
        message = _("This is an investment statement; only banks and cards are read.")
        raise ValidationError(message, code="investments")
    message = _("There is no statement of a bank or a card in this file.")
    raise ValidationError(message, code="no_statement")


def _statement(account: Account, currency: str, notes: Iterable[str]) -> Read:
    told, problems = [*notes], Problems()
    numbered = list(_lines(account, _currency(account, currency), told, problems))
    number = "".join(c for c in account.said.get("ACCTID", "") if c.isalnum())
    lines, twice = with_keys(numbered, account=number)
    if twice:
        told.append(_said_twice(twice))
    lines = tuple(sorted(lines, key=lambda line: line.dated))
    closing = _closing(account.ledger, problems)
    last = _day(account.said.get("DTEND")) or (lines[-1].dated if lines else None)
    return Read(
        account_hint=_hint(account.said, number),
        currency=_currency(account, currency),
        first=_first(account, lines),
        last=last,
        opening=None,
        closing=closing,
        closing_on=_closing_on(account.ledger, last) if closing is not None else None,
        lines=lines,
        notes=tuple(told),
        problems=problems.told(),
    )


def _lines(
    account: Account, currency: str, notes: list[str], problems: Problems
) -> Iterable[tuple[Line, str]]:
    """Yield each line with the bank’s own number for it; tell what is left out."""
    empty = 0
    for place, fields in enumerate(account.lines, start=1):
        try:
            line = _line(fields, currency)
        except ValidationError as error:
            where = _("Transaction %(place)s: %(sentence)s")
            sentence = " ".join(error.messages)
            problems.add(where % {"place": place, "sentence": sentence})
            continue
        if line.amount:
            number = fields.get("FITID", "")
            yield line, number if number.strip("0") else ""
        else:
            empty += 1
    if empty:
        notes.append(_left_out_empty(empty))
    if account.pending:
        notes.append(_left_out_pending(account.pending))
    if _signs_look_lost(account.lines):
        notes.append(_("No amount is below zero, though some lines are debits."))


def _line(fields: Fields, currency: str) -> Line:
    paid_in = fields.get("CURRENCY", "").upper()
    if paid_in and paid_in != currency:
        message = _("this line is in %(other)s, and the statement in %(currency)s.")
        params = {"other": paid_in, "currency": currency}
        raise ValidationError(message, code="other_currency", params=params)
    amount = _amount(fields)
    dated = _day(fields.get("DTPOSTED")) or _day(fields.get("DTUSER"))
    if dated is None and amount:
        raise ValidationError(_("there is no date."), code="no_date")
    return Line(
        dated=dated or date.min,
        amount=amount,
        description=_description(fields),
        reference=_reference(fields),
        kind=fields.get("TRNTYPE", "").upper()[:20],
    )


def _amount(fields: Fields) -> Decimal:
    """Return the amount; one without a digit is a line that moves nothing."""
    text = fields.get("TRNAMT", "")
    if not any(c.isdigit() for c in text):
        return Decimal("0.00")
    return parse_money(text.removesuffix("."), negative=True)


def _day(text: str | None) -> date | None:
    """Return the day as the bank writes it, whatever hour and zone follow."""
    if not text or not text.strip("0 "):
        return None
    found = _DAY.match(text)
    return parse_day("-".join(found.groups()) if found else text)


def _description(fields: Fields) -> str:
    name = fields.get("NAME") or fields.get("PAYEE", "")
    memo = fields.get("MEMO", "")
    if name and memo.casefold().startswith(name.casefold()):
        return memo
    return f"{name} {memo}".strip() if memo != name else name


def _reference(fields: Fields) -> str:
    numbers = (fields.get(tag, "").lstrip("0 ") for tag in _NUMBERS)
    return clean_reference(next(filter(None, numbers), ""))


def _closing(ledger: Fields, problems: Problems) -> Decimal | None:
    text = ledger.get("BALAMT", "")
    if not any(c.isdigit() for c in text):
        return None
    try:
        return parse_money(text.removesuffix("."), negative=True)
    except ValidationError as error:
        problems.add(_("The closing balance: %s") % " ".join(error.messages))
        return None


def _closing_on(ledger: Fields, last: date | None) -> date | None:
    try:
        return _day(ledger.get("DTASOF")) or last
    except ValidationError:
        return last


def _first(account: Account, lines: tuple[Line, ...]) -> date | None:
    try:
        said = _day(account.said.get("DTSTART"))
    except ValidationError:
        said = None
    return said or (lines[0].dated if lines else None)


def _currency(account: Account, currency: str) -> str:
    """Return the statement’s own currency, else that of its lines, else the body’s."""
    told = (account.said.get("CURDEF", ""), *_of_lines(account))
    return next((each.upper() for each in told if _is_code(each)), currency)


def _of_lines(account: Account) -> list[str]:
    return [each.get("CURRENCY", "") for each in account.lines[:1]]


def _is_code(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isalpha()


def _hint(said: Fields, number: str) -> str:
    kind = said.get("ACCTTYPE", "").lower()
    return f"{kind[:20]} …{number[-4:]}".strip() if number else kind[:20]


def _signs_look_lost(lines: Iterable[Fields]) -> bool:
    told = [(each.get("TRNTYPE", "").upper(), each.get("TRNAMT", "")) for each in lines]
    return any(kind in _OUT for kind, _text in told) and not any(
        "-" in text or "(" in text for _kind, text in told
    )


def _said_twice(count: int) -> str:
    return ngettext(
        "%s line was said twice with the same number, and taken once.",
        "%s lines were said twice with the same number, and taken once.",
        count,
    ) % (count)


def _left_out_empty(count: int) -> str:
    return ngettext(
        "%s line that moves no money was left out.",
        "%s lines that move no money were left out.",
        count,
    ) % (count)


def _left_out_pending(count: int) -> str:
    return ngettext(
        "%s line is still pending, and was left out.",
        "%s lines are still pending, and were left out.",
        count,
    ) % (count)
