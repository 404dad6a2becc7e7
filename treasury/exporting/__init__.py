"""The books as plain text that other accounting programs read and check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intergroup.registry.models import Body
from treasury.exporting.beancount import beancount_ledger
from treasury.exporting.hledger import hledger_journal
from treasury.exporting.journal import JournalEntry, read_entries
from treasury.exporting.postings import postings_csv

__all__ = ["FORMATS", "Format", "exported"]


@dataclass(frozen=True, slots=True)
class Format:
    """How another program wants the books, and how such a file is called."""

    write: Callable[..., str]
    file_name: str
    content_type: str


PLAIN = "text/plain; charset=utf-8"
FORMATS: Mapping[str, Format] = {
    "hledger": Format(hledger_journal, "books.journal", PLAIN),
    "beancount": Format(beancount_ledger, "books.beancount", PLAIN),
    "csv": Format(postings_csv, "postings.csv", "text/csv; charset=utf-8"),
}


def exported(form: str) -> tuple[str, list[JournalEntry]]:
    """Return the whole books in one of the formats, and the entries in it."""
    entries = list(read_entries())
    currency = Body.objects.current().currency
    return FORMATS[form].write(entries, currency=currency), entries
