"""What a reviewer looks at: everything in a period that is out of the ordinary.

None of it need be wrong; each finding is a sentence that leads to its record.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from treasury.models import Entry
from treasury.reports.exceptions import books, received, spent
from treasury.reports.exceptions.findings import Finding

__all__ = ["Exceptions", "Finding", "Section", "exceptions"]

Look = Callable[[Period], Iterable[Finding]]
MOST_SHOWN = 50  # of one kind on a page; a spreadsheet holds them all
LOOKS: Mapping[str, tuple[str, Look]] = {
    "corrections": (gettext_lazy("Corrections"), books.corrections),
    "void-checks": (gettext_lazy("Void checks"), spent.void_checks),
    "check-numbers": (gettext_lazy("Check numbers not used"), spent.gaps),
    "vouchers": (gettext_lazy("Payments without a voucher"), spent.without_voucher),
    "approvals": (gettext_lazy("Payments above the limit"), spent.above_the_limit),
    "unidentified": (gettext_lazy("Not yet identified"), received.unidentified),
    "yearly-limit": (gettext_lazy("Above the yearly limit"), received.over_the_limit),
    "outside": (gettext_lazy("Outside money not yet returned"), received.outside),
    "collections": (gettext_lazy("Collections with a difference"), received.differing),
    "below-zero": (gettext_lazy("Below zero"), books.below_zero),
    "reopened": (gettext_lazy("Months opened again"), books.reopened),
    "long-after": (gettext_lazy("Posted long after their date"), books.long_after),
    "books": (gettext_lazy("What checking the books found"), books.unsound),
}


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one kind."""

    kind: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def shown(self) -> tuple[Finding, ...]:
        """As many as a page has room for."""
        return self.findings[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.findings) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What is out of the ordinary in a period; sections without a finding too."""

    period: Period
    sections: tuple[Section, ...]
    seal: str

    @property
    def found(self) -> tuple[Section, ...]:
        """The sections that found anything."""
        return tuple(each for each in self.sections if each.findings)

    @property
    def quiet(self) -> tuple[str, ...]:
        """What was looked for, and nothing found."""
        return tuple(each.title for each in self.sections if not each.findings)

    @property
    def count(self) -> int:
        """How many findings there are in all."""
        return sum(len(each.findings) for each in self.sections)

    def as_json(self) -> dict:
        """Return the documented shape, with every finding."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "findings": [
                {
                    "kind": section.kind,
                    "on": each.on.isoformat() if each.on else None,
                    "sentence": each.sentence,
                }
                for section in self.sections
                for each in section.findings
            ],
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one table with a row for each finding."""
        rows = tuple(
            (section.title, each.on or "", each.sentence)
            for section in self.sections
            for each in section.findings
        )
        header = (_("What"), _("Date"), _("Finding"))
        return (Table(_("Exceptions"), header, rows),)


@reports.report(
    "exceptions",
    title=gettext_lazy("Exceptions"),
    description=gettext_lazy("What is out of the ordinary: where a reviewer looks."),
    order=90,
    asks="period",
    permission="treasury.view_entry",
    template="treasury/report/exceptions.html",
)
def exceptions(period: Period) -> Exceptions:
    """Return what is out of the ordinary in the period, both ends included."""
    return Exceptions(
        period=period,
        sections=tuple(
            Section(kind, str(title), tuple(look(period)))
            for kind, (title, look) in LOOKS.items()
        ),
        seal=Entry.objects.last_seal(),
    )
