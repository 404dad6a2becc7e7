"""Are the books sound? Every seal, balance and source is gone through again."""

from dataclasses import dataclass

from treasury.models import Entry
from treasury.reports.soundness import ledger, received, settled, spent

CHECKS = (*ledger.CHECKS, *received.CHECKS, *spent.CHECKS, *settled.CHECKS)

__all__ = ["Soundness", "check_books"]


@dataclass(frozen=True, slots=True)
class Soundness:
    """What going through the books found: no findings means that they are sound."""

    entries: int
    seal: str
    findings: tuple[str, ...]


def check_books() -> Soundness:
    """Go through the whole ledger and all it rests on; findings are sentences."""
    last = Entry.objects.in_order().last()
    return Soundness(
        entries=last.number if last else 0,
        seal=last.seal if last else "",
        findings=tuple(finding for check in CHECKS for finding in check()),
    )
