"""What the database itself refuses, whoever asks: the treasury’s triggers.

Traps these close, each with a test under ``tests/treasury/``: INSERT OR REPLACE and
UPDATE OR REPLACE delete rows without firing delete triggers on SQLite, where a column
also takes a value of any type; an entry could be inserted as posted, or deleted from
under its lines; a line could be slipped into a posted entry while another session posts
it (PostgreSQL: the line locks its entry FOR SHARE), or an entry into a month that is
just being closed (both take one lock); TRUNCATE fires no row triggers.
"""

from treasury.guards.accounts import ACCOUNTS
from treasury.guards.ledger import LEDGER
from treasury.guards.planned import PLANNED
from treasury.guards.received import RECEIVED
from treasury.guards.settled import SETTLED_GUARDS
from treasury.guards.spent import SPENT

GUARDS = (*LEDGER, *ACCOUNTS, *RECEIVED, *SPENT, *PLANNED, *SETTLED_GUARDS)

__all__ = ["GUARDS"]
