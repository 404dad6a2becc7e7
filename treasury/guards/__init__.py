"""What the database itself refuses, whoever asks: the treasury’s triggers.

Traps these close, each with a test under ``tests/treasury/``: INSERT OR REPLACE and
UPDATE OR REPLACE delete rows without firing delete triggers on SQLite, where a column
also takes a value of any type; an entry could be inserted as posted, or deleted from
under its lines; a line could be slipped into a posted entry while another session posts
it (PostgreSQL: the line locks its entry FOR SHARE), or an entry into a month that is
just being closed (both take one lock); TRUNCATE fires no row triggers.
"""

from treasury.guards.ledger import LEDGER
from treasury.guards.records import RECORDS

GUARDS = (*LEDGER, *RECORDS)

__all__ = ["GUARDS"]
