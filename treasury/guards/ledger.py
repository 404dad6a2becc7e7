"""Guards of the ledger itself: entries and their lines."""

from intergroup.kit.guarding import aborts, both, raises, refuses
from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    BALANCE,
    CLOSED,
    DATE,
    DAY,
    DRAFT,
    LINE,
    NUMBER,
    ONE_AT_A_TIME,
    POSTED,
    not_replaced,
    untruncated,
)

_BEING_POSTED = "OLD.status <> 'posted' AND NEW.status = 'posted'"
_UNBALANCED = (
    "(SELECT count(*) FROM treasury_posting WHERE entry_id = NEW.id) < 2 OR EXISTS ("
    "SELECT 1 FROM treasury_posting WHERE entry_id = NEW.id "
    "GROUP BY fund_id HAVING sum(amount) <> 0)"
)
_OUT_OF_NUMBER = (
    "NEW.number IS DISTINCT FROM "
    "(SELECT coalesce(max(number), 0) + 1 FROM treasury_entry) "
    "OR NEW.seal = '' OR NEW.posted_at IS NULL"
)
_NO_DRAFT = "NEW.status <> 'draft' OR NEW.number IS NOT NULL OR NEW.seal <> ''"
_HALF_POSTED = (
    "OLD.status <> 'posted' AND NEW.status <> 'posted' AND "
    "(NEW.status <> 'draft' OR NEW.number IS NOT NULL OR NEW.seal <> '')"
)
_HAS_LINES = "EXISTS (SELECT 1 FROM treasury_posting WHERE entry_id = OLD.id)"
_IN_CLOSED_MONTH_SQLITE = (
    "EXISTS (SELECT 1 FROM treasury_closedmonth WHERE reopened_at IS NULL "
    "AND first_on >= date(NEW.dated, 'start of month'))"
)
_IN_CLOSED_MONTH_PG = (
    "EXISTS (SELECT 1 FROM treasury_closedmonth WHERE reopened_at IS NULL "
    "AND first_on >= date_trunc('month', NEW.dated)::date)"
)
_NO_DAY_SQLITE = (
    "NEW.dated IS NOT date(NEW.dated) "
    "OR NEW.dated NOT BETWEEN '1935-01-01' AND '2200-12-31'"
)
_NO_DAY_PG = "NEW.dated NOT BETWEEN '1935-01-01' AND '2200-12-31'"
_IS_POSTED = "EXISTS (SELECT 1 FROM treasury_entry WHERE id = {} AND status = 'posted')"
_OTHER_DATE = (
    "NEW.dated IS DISTINCT FROM "
    "(SELECT dated FROM treasury_entry WHERE id = NEW.entry_id)"
)
_NO_LINE = (
    "typeof(NEW.amount) <> 'integer' "
    "OR NOT EXISTS (SELECT 1 FROM treasury_account WHERE id = NEW.account_id) "
    "OR NOT EXISTS (SELECT 1 FROM treasury_fund WHERE id = NEW.fund_id)"
)


def _entry(name: str, event: str, when: str, message: str) -> Guard:
    return both(f"treasury_entry_{name}", "treasury_entry", event, when, message)


def _day(event: str) -> Guard:
    """Refuse a day that is none; SQLite would take any text for a date."""
    return Guard(
        name=f"treasury_entry_is_dated_{event.split()[0].lower()}",
        table="treasury_entry",
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {_NO_DAY_SQLITE} {aborts(DAY)}",
        postgresql=refuses(_NO_DAY_PG, DAY),
    )


def _line_of_posted(name: str, event: str, entry: str, result: str) -> Guard:
    """Refuse ``event`` on a line of a posted entry; hold the entry while it is read."""
    return Guard(
        name=f"treasury_posting_{name}",
        table="treasury_posting",
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {_IS_POSTED.format(entry)} {aborts(POSTED)}",
        postgresql=(
            "DECLARE is_posted boolean; BEGIN "
            "SELECT status = 'posted' INTO is_posted FROM treasury_entry "
            f"WHERE id = {entry} FOR SHARE; "
            f"IF is_posted THEN {raises(POSTED)} END IF; RETURN {result}; END"
        ),
    )


def _whole_line(event: str) -> Guard:
    """Refuse a line of half cents or of no account; PostgreSQL knows its types."""
    return Guard(
        name=f"treasury_posting_is_whole_{event.lower()}",
        table="treasury_posting",
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {_NO_LINE} {aborts(LINE)}",
    )


_ENTRIES = (
    _entry("begins_as_draft", "INSERT", _NO_DRAFT, DRAFT),
    Guard(
        name="treasury_entry_is_not_replaced",
        table="treasury_entry",
        fires="BEFORE INSERT",
        sqlite="WHEN EXISTS (SELECT 1 FROM treasury_entry WHERE id = NEW.id) "
        "OR EXISTS (SELECT 1 FROM treasury_entry "
        f"WHERE reverses_id = NEW.reverses_id) {aborts(DRAFT)}",
    ),
    _day("INSERT"),
    _day("UPDATE OF dated"),
    _entry("is_draft_or_posted", "UPDATE", _HALF_POSTED, DRAFT),
    _entry("balances", "UPDATE", f"{_BEING_POSTED} AND ({_UNBALANCED})", BALANCE),
    _entry(
        "has_the_next_number",
        "UPDATE",
        f"{_BEING_POSTED} AND ({_OUT_OF_NUMBER})",
        NUMBER,
    ),
    Guard(
        name="treasury_entry_in_an_open_month",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite=f"WHEN {_BEING_POSTED} AND {_IN_CLOSED_MONTH_SQLITE} {aborts(CLOSED)}",
        postgresql=(
            f"BEGIN IF {_BEING_POSTED} THEN {ONE_AT_A_TIME} "
            f"IF {_IN_CLOSED_MONTH_PG} THEN {raises(CLOSED)} END IF; END IF; "
            "RETURN NEW; END"
        ),
    ),
    _entry(
        "posted_stays",
        "UPDATE",
        "OLD.status = 'posted' OR NEW.id <> OLD.id",
        POSTED,
    ),
    Guard(
        name="treasury_entry_is_not_pushed_out",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite="WHEN EXISTS (SELECT 1 FROM treasury_entry WHERE id <> OLD.id "
        "AND reverses_id = NEW.reverses_id) OR EXISTS (SELECT 1 FROM treasury_entry "
        f"WHERE id <> OLD.id AND number = NEW.number) {aborts(POSTED)}",
    ),
    _entry(
        "posted_is_kept", "DELETE", f"OLD.status = 'posted' OR {_HAS_LINES}", POSTED
    ),
    Guard(
        name="treasury_entry_date_leads_its_lines",
        table="treasury_entry",
        fires="AFTER UPDATE OF dated",
        sqlite="WHEN NEW.dated <> OLD.dated BEGIN UPDATE treasury_posting "
        "SET dated = NEW.dated WHERE entry_id = NEW.id; END",
        postgresql="BEGIN UPDATE treasury_posting SET dated = NEW.dated "
        "WHERE entry_id = NEW.id AND dated <> NEW.dated; RETURN NULL; END",
    ),
    untruncated("treasury_entry"),
)
_LINES = (
    _line_of_posted("not_into_posted", "INSERT", "NEW.entry_id", "NEW"),
    _line_of_posted("posted_stays", "UPDATE", "OLD.entry_id", "NEW"),
    _line_of_posted("not_moved", "UPDATE OF entry_id", "NEW.entry_id", "NEW"),
    _line_of_posted("posted_is_kept", "DELETE", "OLD.entry_id", "OLD"),
    both(
        "treasury_posting_keeps_its_id",
        "treasury_posting",
        "UPDATE OF id",
        "NEW.id <> OLD.id",
        POSTED,
    ),
    not_replaced("treasury_posting", ("id",))[0],
    _whole_line("INSERT"),
    _whole_line("UPDATE"),
    both(
        "treasury_posting_has_its_entrys_date",
        "treasury_posting",
        "INSERT",
        _OTHER_DATE,
        DATE,
    ),
    both(
        "treasury_posting_keeps_its_entrys_date",
        "treasury_posting",
        "UPDATE OF dated",
        _OTHER_DATE,
        DATE,
    ),
    untruncated("treasury_posting"),
)
LEDGER = (*_ENTRIES, *_LINES)
