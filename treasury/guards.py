"""What the database itself refuses, whoever asks: the ledger’s triggers.

Traps these close, each with a test under ``tests/treasury/``: INSERT OR
REPLACE and UPDATE OR REPLACE delete rows without firing delete triggers on SQLite; an
entry could be inserted as posted; a line could be slipped into a posted entry while
another session posts it (PostgreSQL: the line locks its entry FOR SHARE); TRUNCATE
fires no row triggers.
"""

from intergroup.kit.guards import Guard

BALANCE = "ledger: an entry has two lines or more, and adds up to zero in every fund"
POSTED = "ledger: what is posted never changes; reverse it instead"
DRAFT = "ledger: an entry begins as a draft"
NUMBER = "ledger: entries are numbered one after the other"
CLOSED = "ledger: this month is closed"
DATE = "ledger: a line has the date of its entry"
USED = "ledger: an account or fund that was used stays as it is"
KEPT = "ledger: what happened is kept; correct it instead"


def _abort(message: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{message}'); END"


def _raise(message: str) -> str:
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = '23514';"


def _refuse(when: str, message: str, *, then: str = "NEW") -> str:
    """Return a PostgreSQL body that refuses one condition."""
    return f"BEGIN IF {when} THEN {_raise(message)} END IF; RETURN {then}; END"


_UNBALANCED = (
    "(SELECT count(*) FROM treasury_posting WHERE entry_id = NEW.id) < 2 OR EXISTS ("
    "SELECT 1 FROM treasury_posting WHERE entry_id = NEW.id "
    "GROUP BY fund_id HAVING sum(amount) <> 0)"
)
_OUT_OF_NUMBER = (
    "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM treasury_entry)"
)
_IN_CLOSED_MONTH_SQLITE = (
    "EXISTS (SELECT 1 FROM treasury_closedmonth "
    "WHERE first_on = date(NEW.dated, 'start of month'))"
)
_IN_CLOSED_MONTH_PG = (
    "EXISTS (SELECT 1 FROM treasury_closedmonth "
    "WHERE first_on = date_trunc('month', NEW.dated)::date)"
)
_IS_POSTED = "EXISTS (SELECT 1 FROM treasury_entry WHERE id = {} AND status = 'posted')"
_BEING_POSTED = "OLD.status <> 'posted' AND NEW.status = 'posted'"


def _posting_guard(name: str, event: str, entry: str, result: str) -> Guard:
    """Refuse ``event`` on a line of a posted entry; hold the entry while it is read."""
    where = _IS_POSTED.format(entry)
    return Guard(
        name=name,
        table="treasury_posting",
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {where} {_abort(POSTED)}",
        postgresql=(
            "DECLARE is_posted boolean; BEGIN "
            "SELECT status = 'posted' INTO is_posted FROM treasury_entry "
            f"WHERE id = {entry} FOR SHARE; "
            f"IF is_posted THEN {_raise(POSTED)} END IF; RETURN {result}; END"
        ),
    )


def _kept(table: str, columns: tuple[str, ...]) -> tuple[Guard, Guard]:
    """Refuse to delete a row of ``table``, or to change one of ``columns``."""
    changed = " OR ".join(
        f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns
    )
    return (
        Guard(
            name=f"{table}_is_kept",
            table=table,
            fires="BEFORE DELETE",
            sqlite=_abort(KEPT),
            postgresql=f"BEGIN {_raise(KEPT)} END",
        ),
        Guard(
            name=f"{table}_stays_as_it_was",
            table=table,
            fires="BEFORE UPDATE",
            sqlite=f"WHEN {changed} {_abort(KEPT)}".replace(
                "IS DISTINCT FROM", "IS NOT"
            ),
            postgresql=_refuse(changed, KEPT),
        ),
    )


def _not_replaced(table: str, keys: tuple[str, ...]) -> Guard:
    """Refuse INSERT OR REPLACE on SQLite, which deletes without a delete trigger."""
    # Each key by itself, and in the words of the partial indexes: else SQLite reads
    # the whole table for every row inserted.
    same = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key} AND NOT ({key} = ''))"
        for key in keys
    )
    return Guard(
        name=f"{table}_is_not_replaced",
        table=table,
        fires="BEFORE INSERT",
        sqlite=f"WHEN {same} {_abort(KEPT)}",
    )


def _used(table: str, column: str) -> tuple[Guard, Guard]:
    """Refuse to delete what postings point at, or to change what it means."""
    is_used = f"EXISTS (SELECT 1 FROM treasury_posting WHERE {column} = OLD.id)"
    meaning = "NEW.id <> OLD.id"
    if table == "treasury_account":
        meaning += " OR NEW.kind <> OLD.kind"
    return (
        Guard(
            name=f"{table}_used_is_kept",
            table=table,
            fires="BEFORE DELETE",
            sqlite=f"WHEN {is_used} {_abort(USED)}",
            postgresql=_refuse(is_used, USED, then="OLD"),
        ),
        Guard(
            name=f"{table}_used_means_the_same",
            table=table,
            fires="BEFORE UPDATE",
            sqlite=f"WHEN ({meaning}) AND {is_used} {_abort(USED)}",
            postgresql=_refuse(f"({meaning}) AND {is_used}", USED),
        ),
    )


def _untruncated(table: str) -> Guard:
    """Refuse TRUNCATE on PostgreSQL, which fires no row triggers."""
    return Guard(
        name=f"{table}_is_not_emptied",
        table=table,
        fires="BEFORE TRUNCATE",
        postgresql=f"BEGIN {_raise(KEPT)} END",
    )


_ENTRY = (
    Guard(
        name="treasury_entry_begins_as_draft",
        table="treasury_entry",
        fires="BEFORE INSERT",
        sqlite="WHEN NEW.status <> 'draft' OR NEW.number IS NOT NULL OR EXISTS ("
        "SELECT 1 FROM treasury_entry WHERE id = NEW.id "
        f"OR reverses_id = NEW.reverses_id) {_abort(DRAFT)}",
        postgresql=_refuse("NEW.status <> 'draft' OR NEW.number IS NOT NULL", DRAFT),
    ),
    Guard(
        name="treasury_entry_balances",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite=f"WHEN {_BEING_POSTED} AND ({_UNBALANCED}) {_abort(BALANCE)}",
        postgresql=_refuse(f"{_BEING_POSTED} AND ({_UNBALANCED})", BALANCE),
    ),
    Guard(
        name="treasury_entry_has_the_next_number",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite=f"WHEN {_BEING_POSTED} AND {_OUT_OF_NUMBER} {_abort(NUMBER)}",
        postgresql=_refuse(f"{_BEING_POSTED} AND {_OUT_OF_NUMBER}", NUMBER),
    ),
    Guard(
        name="treasury_entry_in_an_open_month",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite=f"WHEN {_BEING_POSTED} AND {_IN_CLOSED_MONTH_SQLITE} {_abort(CLOSED)}",
        postgresql=_refuse(f"{_BEING_POSTED} AND {_IN_CLOSED_MONTH_PG}", CLOSED),
    ),
    Guard(
        name="treasury_entry_posted_stays",
        table="treasury_entry",
        fires="BEFORE UPDATE",
        sqlite=f"WHEN OLD.status = 'posted' OR NEW.id <> OLD.id {_abort(POSTED)}",
        postgresql=_refuse("OLD.status = 'posted' OR NEW.id <> OLD.id", POSTED),
    ),
    Guard(
        name="treasury_entry_reverses_once",
        table="treasury_entry",
        fires="BEFORE UPDATE OF reverses_id",
        sqlite="WHEN EXISTS (SELECT 1 FROM treasury_entry WHERE id <> NEW.id "
        f"AND reverses_id = NEW.reverses_id) {_abort(POSTED)}",
    ),
    Guard(
        name="treasury_entry_posted_is_kept",
        table="treasury_entry",
        fires="BEFORE DELETE",
        sqlite=f"WHEN OLD.status = 'posted' {_abort(POSTED)}",
        postgresql=_refuse("OLD.status = 'posted'", POSTED, then="OLD"),
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
)
_POSTING = (
    _posting_guard("treasury_posting_not_into_posted", "INSERT", "NEW.entry_id", "NEW"),
    _posting_guard("treasury_posting_posted_stays", "UPDATE", "OLD.entry_id", "NEW"),
    _posting_guard(
        "treasury_posting_not_moved", "UPDATE OF entry_id", "NEW.entry_id", "NEW"
    ),
    _posting_guard("treasury_posting_posted_is_kept", "DELETE", "OLD.entry_id", "OLD"),
    Guard(
        name="treasury_posting_keeps_its_id",
        table="treasury_posting",
        fires="BEFORE UPDATE OF id",
        sqlite=f"WHEN NEW.id <> OLD.id {_abort(POSTED)}",
        postgresql=_refuse("NEW.id <> OLD.id", POSTED),
    ),
    _not_replaced("treasury_posting", ("id",)),
    Guard(
        name="treasury_posting_has_its_entrys_date",
        table="treasury_posting",
        fires="BEFORE INSERT",
        sqlite="WHEN NEW.dated IS NOT (SELECT dated FROM treasury_entry "
        f"WHERE id = NEW.entry_id) {_abort(DATE)}",
        postgresql=_refuse(
            "NEW.dated IS DISTINCT FROM (SELECT dated FROM treasury_entry "
            "WHERE id = NEW.entry_id)",
            DATE,
        ),
    ),
    Guard(
        name="treasury_posting_keeps_its_entrys_date",
        table="treasury_posting",
        fires="BEFORE UPDATE OF dated",
        sqlite="WHEN NEW.dated IS NOT (SELECT dated FROM treasury_entry "
        f"WHERE id = NEW.entry_id) {_abort(DATE)}",
        postgresql=_refuse(
            "NEW.dated IS DISTINCT FROM (SELECT dated FROM treasury_entry "
            "WHERE id = NEW.entry_id)",
            DATE,
        ),
    ),
)
_REST = (
    *_kept(
        "treasury_contribution",
        (
            "id",
            "received_on",
            "amount",
            "fund_id",
            "account_id",
            "entry_id",
            "reverses_id",
            "import_key",
        ),
    ),
    _not_replaced(
        "treasury_contribution", ("id", "entry_id", "reverses_id", "import_key")
    ),
    *_kept(
        "treasury_expense",
        ("id", "paid_on", "amount", "account_id", "fund_id", "entry_id", "reverses_id"),
    ),
    _not_replaced("treasury_expense", ("id", "entry_id", "reverses_id")),
    *_kept("treasury_transfer", ("id", "moved_on", "amount", "entry_id")),
    _not_replaced("treasury_transfer", ("id", "entry_id")),
    *_kept("treasury_closedmonth", ("id", "first_on")),
    _not_replaced("treasury_closedmonth", ("id", "first_on")),
    *_used("treasury_account", "account_id"),
    _not_replaced("treasury_account", ("id", "code", "name", "purpose")),
    *_used("treasury_fund", "fund_id"),
    _not_replaced("treasury_fund", ("id", "name", "purpose")),
    _untruncated("treasury_entry"),
    _untruncated("treasury_posting"),
    _untruncated("treasury_contribution"),
)
GUARDS = (*_ENTRY, *_POSTING, *_REST)
