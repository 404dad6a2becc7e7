"""What a guard of the treasury says when it refuses, and the kinds that keep rows."""

from intergroup.kit import guarding
from intergroup.kit.guards import Guard

BALANCE = "ledger: an entry has two lines or more, and adds up to zero in every fund"
POSTED = "ledger: what is posted never changes; reverse it instead"
DRAFT = "ledger: an entry begins as a draft, without number and seal"
NUMBER = "ledger: entries are numbered one after the other, and sealed"
CLOSED = "ledger: this month is closed"
DATE = "ledger: a line has the date of its entry"
DAY = "ledger: an entry is dated on a day of the calendar"
LINE = "ledger: a line has whole cents, an account and a fund"
RECEIPT = "ledger: receipts are numbered one after the other in each year"
PLAN = "ledger: the shares of a split plan total 100 per cent, and stay once used"
SETTLED = "ledger: a reconciled statement stays as it is"
ADOPTED = "ledger: an adopted budget stays as it is; a motion amends it"
UNPAYABLE = "ledger: a bill is paid once, as it was asked for and approved"
USED = "ledger: an account or fund that was used stays as it is"
KEPT = "ledger: what happened is kept; correct it instead"

# One lock for posting and for closing a month, so that neither slips past the other.
ONE_AT_A_TIME = "PERFORM pg_advisory_xact_lock(7077);"


def kept(table: str, columns: tuple[str, ...]) -> tuple[Guard, ...]:
    """Refuse to delete a row of ``table``, or to change one of ``columns``."""
    return guarding.kept(table, columns, KEPT)


def once(table: str, columns: tuple[str, ...]) -> Guard:
    """Refuse to change one of ``columns`` when it was filled in once."""
    return guarding.once(table, columns, KEPT)


def not_replaced(table: str, keys: tuple[str, ...]) -> tuple[Guard, Guard]:
    """Refuse OR REPLACE on SQLite, which deletes without a delete trigger."""
    return guarding.not_replaced(table, keys, KEPT)


def alone(
    table: str, columns: tuple[str, ...], *, among: str = ""
) -> tuple[Guard, ...]:
    """Refuse OR REPLACE by columns that are unique together."""
    return guarding.alone(table, columns, KEPT, among=among)


def untruncated(table: str) -> Guard:
    """Refuse TRUNCATE on PostgreSQL, which fires no row triggers."""
    return guarding.untruncated(table, KEPT)
