"""From the rows of one account to its statement: order, balances and keys."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.dates import parse_day
from intergroup.kit.money import ZERO, parse_money, total
from intergroup.kit.sheets import Row
from treasury.resources.statements.balances import Chain, Step, follow
from treasury.resources.statements.cells import amount_of, text_of
from treasury.resources.statements.keys import with_keys
from treasury.resources.statements.problems import Problems
from treasury.resources.statements.rows import Facts, Rules
from treasury.resources.statements.shapes import Line, Read

_OPENS = re.compile(r"(?:beginning|opening|starting) balance|alter kontostand", re.I)
_CLOSES = re.compile(
    r"(?:ending|closing) balance|neuer kontostand|kontostand vom", re.I
)
_AS_OF = re.compile(r"(?:as of|vom)\s+([\d./-]{6,10})", re.I)


@dataclass(slots=True)
class Sheet:
    """The rows of one account as they are read."""

    facts: list[Facts] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    problems: Problems = field(default_factory=Problems)


@dataclass(slots=True)
class Balances:
    """The opening and the closing balance, as far as the file tells them."""

    opening: Decimal | None = None
    closing: Decimal | None = None
    closing_on: date | None = None


def finish(sheet: Sheet, *, rules: Rules, account: str, above: Sequence[Row]) -> Read:
    """Return the statement of one account; ``above`` are the rows of the preamble."""
    notes = [f"{reason}: {count}." for reason, count in sheet.left_out.items()]
    facts = _oldest_first(sheet.facts)
    facts = _without_pending(facts, rules, notes)
    told = _told(facts, above, rules)
    facts = _net_of_fees(facts, told)
    _from_chain(told, facts, sheet, notes)
    lines, twice = with_keys(_lines(facts, notes), account=account)
    if twice:
        notes.append(_("Said twice with the same number, and taken once: %s.") % twice)
    days = [line.dated for line in lines]
    last = max(days, default=None)
    return Read(
        account_hint=f"…{account}" if account else "",
        currency=rules.currency,
        first=min(days, default=None),
        last=last,
        opening=told.opening,
        closing=told.closing,
        closing_on=(told.closing_on or last) if told.closing is not None else None,
        lines=tuple(sorted(lines, key=lambda line: line.dated)),
        notes=tuple(notes),
        problems=sheet.problems.told(),
    )


def _oldest_first(facts: list[Facts]) -> list[Facts]:
    """Turn the rows around if the newest stands first, by their days or balances."""
    days = [each.dated for each in facts if each.dated]
    if not days or days[0] < days[-1]:
        return facts
    turned = facts[::-1]
    if days[0] > days[-1]:
        return turned
    holds_as_it_is = follow(_steps(facts)).broken_at is None
    return facts if holds_as_it_is else turned


def _without_pending(facts: list[Facts], rules: Rules, notes: list[str]) -> list[Facts]:
    """Leave out the newest rows where the bank shows no balance for what is pending."""
    has_balances = any(each.balance is not None for each in facts)
    if not (rules.layout.is_pending_without_balance and has_balances):
        return facts
    kept = list(facts)
    while kept[-1].balance is None:
        kept.pop()
    if pending := len(facts) - len(kept):
        notes.append(_("Left out because they have no balance yet: %s.") % pending)
    return kept


def _told(facts: Iterable[Facts], above: Iterable[Row], rules: Rules) -> Balances:
    """Return the balances that the file says in so many words."""
    told = Balances()
    for row in above:
        text = " ".join(text_of(cell) for cell in row.cells)
        amount = _last_amount(row)
        if amount is not None and _OPENS.search(text):
            told.opening = amount
        elif amount is not None and _CLOSES.search(text):
            told.closing, told.closing_on = amount, _as_of(text, rules)
    for each in facts:
        told.opening = each.opening if told.opening is None else told.opening
        told.closing = each.closing if each.closing is not None else told.closing
    return told


def _last_amount(row: Row) -> Decimal | None:
    for cell in reversed(row.cells):
        try:
            return parse_money(amount_of(cell), negative=True)
        except ValidationError:
            continue
    return None


def _as_of(text: str, rules: Rules) -> date | None:
    found = _AS_OF.search(text)
    try:
        return parse_day(found[1], day_first=rules.is_day_first) if found else None
    except ValidationError:
        return None


def _net_of_fees(facts: list[Facts], told: Balances) -> list[Facts]:
    """Take fees off where only so the told balances follow from the amounts."""
    if told.opening is None or told.closing is None:
        return facts
    moved = told.closing - told.opening
    if _sum(facts) == moved:
        return facts
    lower = [
        replace(each, amount=each.amount - each.fee, gross=each.amount)
        if each.fee and each.amount is not None and each.gross is None
        else each
        for each in facts
    ]
    return lower if _sum(lower) == moved else facts


def _from_chain(
    told: Balances, facts: Sequence[Facts], sheet: Sheet, notes: list[str]
) -> None:
    """Check the running balances, and take from them what the file does not say."""
    chain = follow(_steps(facts))
    if chain.broken_at is not None:
        _tell_broken(chain, sheet, notes)
        return
    told.opening = chain.opening if told.opening is None else told.opening
    if told.closing is None:
        told.closing = chain.closing
    if told.opening is None or told.closing is None or sheet.problems.sentences:
        return
    if told.closing - told.opening != _sum(facts):
        notes.append(_("The closing balance does not follow from the lines."))


def _tell_broken(chain: Chain, sheet: Sheet, notes: list[str]) -> None:
    if chain.is_flipped:
        sentence = _(
            "Row %s: the balance falls where money seems to come in. Turn the signs "
            "around for this bank."
        )
        sheet.problems.add(sentence % chain.broken_at)
    else:
        sentence = _("Row %s: the balance does not follow from the lines before it.")
        notes.append(sentence % chain.broken_at)


def _steps(facts: Iterable[Facts]) -> list[Step]:
    return [Step(each.row, each.amount or ZERO, each.balance) for each in facts]


def _sum(facts: Iterable[Facts]) -> Decimal:
    return total(each.amount or ZERO for each in facts)


def _lines(facts: Iterable[Facts], notes: list[str]) -> list[tuple[Line, str]]:
    """Return the lines that move money, each with the bank’s own number for it."""
    moving = [each for each in facts if each.amount is not None]
    if empty := sum(not each.amount for each in moving):
        notes.append(_("Left out because they move no money: %s.") % empty)
    return [(_line(each), each.identity) for each in moving if each.amount]


def _line(facts: Facts) -> Line:
    return Line(
        dated=facts.dated,
        amount=facts.amount,
        description=facts.description,
        reference=facts.reference,
        kind=facts.kind,
        fee=facts.fee,
        gross=facts.gross,
    )
