"""Keeping the chart of accounts: what is closed is empty, and needed by nobody."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import in_words
from intergroup.registry.models import Body
from treasury.actions.posting import hold_the_books
from treasury.models import Account, ClosingBalance, Fund, Posting

Kind = Account.Kind
KEEPS_A_BALANCE = {Kind.ASSET, Kind.LIABILITY, Kind.NET_ASSETS}
HOLDS_MONEY = {Kind.ASSET, Kind.LIABILITY}


@transaction.atomic
def keep_account(account: Account, *, today: date) -> None:
    """Save an account, which is closed only where it is empty and stays so.

    Raises ValidationError beside ``closed_on``: ``needed`` for one that the program
    uses, ``future``, ``not_empty``, ``used_later``.
    """
    hold_the_books()
    account.full_clean()
    if account.closed_on:
        _check_closing(account, Posting.objects.filter(account=account), today)
        if account.kind in KEEPS_A_BALANCE:
            held = ClosingBalance.objects.held_on(account.closed_on)
            mine = {
                fund: each for (acc, fund), each in held.items() if acc == account.pk
            }
            _check_empty(account, Fund.objects.in_bulk(mine), mine)
    account.save()


@transaction.atomic
def keep_fund(fund: Fund, *, today: date) -> None:
    """Save a fund; the same holds as for an account, in each account that has of it."""
    hold_the_books()
    fund.full_clean()
    if fund.closed_on:
        _check_closing(fund, Posting.objects.filter(fund=fund), today)
        held = ClosingBalance.objects.held_on(fund.closed_on)
        mine = {acc: each for (acc, of), each in held.items() if of == fund.pk}
        accounts = Account.objects.filter(kind__in=HOLDS_MONEY).in_bulk(mine)
        _check_empty(fund, accounts, mine)
    fund.save()


def next_codes() -> dict[str, str]:
    """Return for each kind of account a code that follows its last one, and is free."""
    rows = list(Account.objects.values_list("kind", "code"))
    taken = {code for _kind, code in rows}
    codes = {}
    for kind in Kind.values:
        figures = [int(c) for k, c in rows if k == kind and c.isascii() and c.isdigit()]
        if figures:
            code = max(figures) + 10
            while str(code) in taken:
                code += 10
            codes[kind] = str(code)
    return codes


def _check_closing(
    closed: Account | Fund, postings: QuerySet[Posting], today: date
) -> None:
    day = date_format(closed.closed_on, "DATE_FORMAT")
    if closed.purpose:
        used = closed.get_purpose_display()
        message = _("The program needs it, as “%s”: it stays open. Rename it instead.")
        _refuse(message % used, code="needed")
    if closed.closed_on > today:
        _refuse(_("%s has not come yet.") % day, code="future")
    if postings.posted().filter(dated__gt=closed.closed_on).exists():
        message = _("There are entries after %s: close it after the last of them.")
        _refuse(message % day, code="used_later")


def _check_empty(
    closed: Account | Fund, parts: dict[int, Account | Fund], held: dict
) -> None:
    """Refuse where anything is held; ``parts`` are what it is held of, or in, by id."""
    currency = Body.objects.current().currency
    found = [
        f"{part.name} {in_words(held[pk], currency)}"
        for pk, part in parts.items()
        if held[pk]
    ]
    if found:
        message = _("It is not empty on %(day)s (%(found)s). Move that first.")
        day = date_format(closed.closed_on, "DATE_FORMAT")
        told = message % {"day": day, "found": "; ".join(found)}
        _refuse(told, code="not_empty")


def _refuse(message: str, *, code: str) -> None:
    raise ValidationError({"closed_on": ValidationError(message, code=code)})
