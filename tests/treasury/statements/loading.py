"""Files of banks and payment apps that these tests read; all figures are made up."""

from decimal import Decimal
from pathlib import Path

from treasury.resources.statements import read_statement

FILES = Path(__file__).parent / "files"


def read(data, *, layout=None, day_first=False, currency="USD", name="statement.csv"):
    """Every statement in the bytes of a file, or in one of ``files/`` by its name."""
    if isinstance(data, str):
        name, data = data, (FILES / data).read_bytes()
    return read_statement(
        data, name=name, layout=layout, day_first=day_first, currency=currency
    )


def moves(statement):
    """What a person would tick off: day, amount and reference of each line."""
    return [
        (line.dated.isoformat(), str(line.amount), line.reference)
        for line in statement.lines
    ]


def balances(statement):
    """Opening, closing, and the day of the closing one."""
    day = statement.closing_on and statement.closing_on.isoformat()
    return _text(statement.opening), _text(statement.closing), day


def _text(amount: Decimal | None):
    return None if amount is None else str(amount)
