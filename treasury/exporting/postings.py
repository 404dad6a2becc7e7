"""The books as a spreadsheet: one line for each posting."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from intergroup.kit import sheets
from treasury.exporting.journal import JournalEntry
from treasury.models import Account


def postings_csv(entries: list[JournalEntry], *, currency: str) -> str:
    """Return CSV that no spreadsheet takes for formulas; ``currency`` is not in it."""
    header = (
        *(_("Entry"), _("Date"), _("Memo"), _("Account"), _("Name"), _("Kind")),
        *(_("Fund"), _("Debit"), _("Credit"), _("Seal")),
    )
    table = sheets.Table(_("Postings"), header, tuple(_rows(entries)))
    return sheets.to_csv((table,)).decode()


def _rows(entries: list[JournalEntry]) -> Iterator[tuple[object, ...]]:
    for entry in entries:
        for place, amount in entry.lines:
            debit, credit = (amount, "") if amount > 0 else ("", -amount)
            yield (
                *(entry.number, entry.dated, entry.memo),
                *(place.code, place.name, str(Account.Kind(place.kind).label)),
                *(place.fund, debit, credit, entry.seal),
            )
