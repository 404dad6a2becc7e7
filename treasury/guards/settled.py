"""Guards of what is settled: closed months, presented reports, statements."""

from intergroup.kit.guarding import aborts, both, refuses
from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    CLOSED,
    KEPT,
    ONE_AT_A_TIME,
    SETTLED,
    alone,
    kept,
    not_replaced,
    once,
    untruncated,
)

PRESENTED = (
    "id",
    "report",
    "first_on",
    "last_on",
    "status",
    "figures",
    "figures_sha256",
    "pdf",
    "pdf_sha256",
    "seal",
    "month_id",
    "meeting_id",
    "presented_at",
    "presented_by_id",
)
_CLOSING = Guard(
    name="treasury_closedmonth_waits_for_posting",
    table="treasury_closedmonth",
    fires="BEFORE INSERT",
    postgresql=f"BEGIN {ONE_AT_A_TIME} RETURN NEW; END",
)
_WHOLE_MONTH = Guard(
    name="treasury_closedmonth_begins_a_month",
    table="treasury_closedmonth",
    fires="BEFORE INSERT",
    sqlite="WHEN NEW.first_on IS NOT date(NEW.first_on, 'start of month') "
    f"{aborts(CLOSED)}",
    postgresql=refuses("extract(day FROM NEW.first_on) <> 1", CLOSED),
)
_LATER_IS_CLOSED = (
    "EXISTS (SELECT 1 FROM treasury_closedmonth "
    "WHERE reopened_at IS NULL AND first_on >= NEW.first_on)"
)
_OPENED_BEFORE_LATER = (
    "OLD.reopened_at IS NULL AND NEW.reopened_at IS NOT NULL AND EXISTS ("
    "SELECT 1 FROM treasury_closedmonth "
    "WHERE reopened_at IS NULL AND first_on > NEW.first_on)"
)
_WAS_OPENED = "OLD.reopened_at IS NOT NULL"
_NOT_BEING_CLOSED = (
    "EXISTS (SELECT 1 FROM treasury_presentedreport "
    "WHERE month_id = NEW.month_id AND status = 'final') "
    "OR NOT EXISTS (SELECT 1 FROM treasury_closedmonth "
    "WHERE id = NEW.month_id AND reopened_at IS NULL AND first_on = "
    "(SELECT max(first_on) FROM treasury_closedmonth WHERE reopened_at IS NULL))"
)
_BALANCE_IS_THERE = (
    "EXISTS (SELECT 1 FROM treasury_closingbalance WHERE month_id = NEW.month_id "
    "AND account_id = NEW.account_id AND fund_id = NEW.fund_id)"
)
_IS_RECONCILED = (
    "EXISTS (SELECT 1 FROM treasury_statement "
    "WHERE id = {}.statement_id AND reconciled_at IS NOT NULL)"
)


def _as_it_closes(table: str) -> Guard:
    """Refuse figures of a month that is not just being closed."""
    name = f"{table}_is_kept_as_it_closes"
    return both(name, table, "INSERT", _NOT_BEING_CLOSED, KEPT)


def _of_reconciled(table: str, name: str, event: str, row: str) -> Guard:
    name = f"{table}_of_reconciled_stays_{name}"
    return both(name, table, event, _IS_RECONCILED.format(row), SETTLED)


SETTLED_GUARDS = (
    *kept(
        "treasury_closedmonth",
        ("id", "first_on", "closed_at", "closed_by_id", "explanation"),
    ),
    *not_replaced("treasury_closedmonth", ("id",)),
    once("treasury_closedmonth", ("reopened_at", "reopened_by_id")),
    both(
        "treasury_closedmonth_goes_forward",
        "treasury_closedmonth",
        "INSERT",
        _LATER_IS_CLOSED,
        CLOSED,
    ),
    both(
        "treasury_closedmonth_opens_backward",
        "treasury_closedmonth",
        "UPDATE",
        _OPENED_BEFORE_LATER,
        CLOSED,
    ),
    both(
        "treasury_closedmonth_opened_stays",
        "treasury_closedmonth",
        "UPDATE",
        _WAS_OPENED,
        KEPT,
    ),
    _CLOSING,
    _WHOLE_MONTH,
    *kept(
        "treasury_closingbalance", ("id", "month_id", "account_id", "fund_id", "amount")
    ),
    *not_replaced("treasury_closingbalance", ("id",)),
    Guard(
        name="treasury_closingbalance_is_there_once",
        table="treasury_closingbalance",
        fires="BEFORE INSERT",
        sqlite=f"WHEN {_BALANCE_IS_THERE} {aborts(KEPT)}",
    ),
    _as_it_closes("treasury_closingbalance"),
    *kept(
        "treasury_monthcontribution", ("id", "month_id", "source", "group_id", "amount")
    ),
    *not_replaced("treasury_monthcontribution", ("id",)),
    _as_it_closes("treasury_monthcontribution"),
    *kept("treasury_presentedreport", PRESENTED),
    *not_replaced("treasury_presentedreport", ("id",)),
    both(
        "treasury_statement_reconciled_stays",
        "treasury_statement",
        "UPDATE",
        "OLD.reconciled_at IS NOT NULL",
        SETTLED,
    ),
    both(
        "treasury_statement_reconciled_is_kept",
        "treasury_statement",
        "DELETE",
        "OLD.reconciled_at IS NOT NULL",
        KEPT,
    ),
    *not_replaced("treasury_statement", ("id",)),
    untruncated("treasury_statement"),
    *(
        guard
        for table, keys in (
            ("treasury_clearing", ("account_id", "entry_id")),
            ("treasury_statementline", ("account_id", "key")),
        )
        for guard in (
            _of_reconciled(table, "insert", "INSERT", "NEW"),
            _of_reconciled(table, "update", "UPDATE", "OLD"),
            _of_reconciled(table, "moved", "UPDATE OF statement_id", "NEW"),
            _of_reconciled(table, "delete", "DELETE", "OLD"),
            *not_replaced(table, ("id",)),
            *alone(table, keys),
            untruncated(table),
        )
    ),
)
