"""What stands behind the treasurer’s report: statements, and what changed late."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.money import plain
from intergroup.kit.sheets import Table
from treasury.models import Statement
from treasury.reports.closings import (
    Change,
    Reopening,
    changes_to_earlier_periods,
    reopenings,
)
from treasury.reports.reconciliation import (
    ReconciledAccount,
    Reconciliation,
    reconciliation,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """The books beside the statements; months opened again; late changes."""

    reconciliation: Reconciliation | None
    reopenings: tuple[Reopening, ...]
    changes: tuple[Change, ...]

    @property
    def stated(self) -> tuple[ReconciledAccount, ...]:
        """The accounts that have a statement."""
        if self.reconciliation is None:
            return ()
        accounts = self.reconciliation.accounts
        return tuple(each for each in accounts if each.statement_on)

    def as_json(self) -> dict:
        """Return the documented shapes; null where no bank has said anything."""
        return {
            "reconciliation": self.reconciliation and self.reconciliation.as_json(),
            "reopened": [_reopening(each) for each in self.reopenings],
            "changes_to_earlier_periods": [_change(each) for each in self.changes],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the tables of what there is."""
        told = self.reconciliation.as_tables() if self.reconciliation else ()
        return (*told, *((self._changes(),) if self.changes else ()))

    def _changes(self) -> Table:
        header = (_("Date"), _("Entry"), _("What"), _("About"), _("Amount"), _("Net"))
        rows = tuple(
            (c.dated, c.number, c.what, c.belongs_on, c.amount, c.net)
            for c in self.changes
        )
        return Table(_("Changes to earlier periods"), header, rows)


def settled(period: Period) -> Settled:
    """Return how the books stand at the end of the period, and what changed in it.

    The banks are asked only where one has said anything by then.
    """
    stated = Statement.objects.filter(ends_on__lte=period.last, closing__isnull=False)
    return Settled(
        reconciliation=reconciliation(period.last) if stated.exists() else None,
        reopenings=reopenings(period),
        changes=changes_to_earlier_periods(period),
    )


def _reopening(each: Reopening) -> dict[str, str]:
    return {
        "month": f"{each.month.first:%Y-%m}",
        "opened_on": each.opened_on.isoformat(),
        "reason": each.reason,
        "asked_by": each.asked_by,
        "confirmed_by": each.confirmed_by,
    }


def _change(each: Change) -> dict[str, object]:
    return {
        "dated": each.dated.isoformat(),
        "entry": each.number,
        "what": each.what,
        "belongs_on": each.belongs_on.isoformat(),
        "amount": plain(each.amount),
        "net": plain(each.net),
    }
