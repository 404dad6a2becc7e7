"""What a statement of a bank or a payment app says, and how its columns are read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MOST_LINES = 50_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a statement; ``amount`` is positive into the account.

    ``description`` is the bank’s own text, which may name a person: it is kept only
    through ``without_names``. ``key`` is the same whenever the same line is read
    again from a file that overlaps. ``fee`` is positive; ``gross`` has the sign of
    ``amount``; both are None where the file does not tell.
    """

    dated: date
    amount: Decimal
    description: str
    reference: str = ""
    kind: str = ""
    key: str = ""
    fee: Decimal | None = None
    gross: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What one file says of one account, its lines from the oldest to the newest.

    ``first`` and ``last`` are both inclusive. ``notes`` tell what was left out;
    with a single one of ``problems`` nothing of the file may be written.
    """

    account_hint: str
    currency: str
    first: date | None
    last: date | None
    opening: Decimal | None
    closing: Decimal | None
    closing_on: date | None
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a CSV or XLSX file says what.

    A column is named by its heading, or by its number from 1 as digits; an empty name
    says that there is none. ``description`` may be several columns. There is either
    ``amount``, or ``money_in`` and ``money_out``. ``direction`` says debit or credit
    where amounts have no sign; ``identity`` is the bank’s own number of a line.
    """

    name: str = ""
    dated: str = ""
    amount: str = ""
    money_in: str = ""
    money_out: str = ""
    description: tuple[str, ...] = ()
    reference: str = ""
    kind: str = ""
    balance: str = ""
    fee: str = ""
    gross: str = ""
    currency: str = ""
    status: str = ""
    direction: str = ""
    account: str = ""
    identity: str = ""
    opening: str = ""
    closing: str = ""
    funding: str = ""
    impact: str = ""
    has_header: bool = True
    is_flipped: bool = False
    is_day_first: bool | None = None
    is_pending_without_balance: bool = False
