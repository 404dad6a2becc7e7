"""What an import did, or would do: counts, refusals, and rows for a preview."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _

PREVIEWED = 200
NEW, CHANGED, UNCHANGED = "new", "update", "skip"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing wrong with one row, told so that a volunteer can mend it."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        place = _("Row %(row)s, column %(column)s: %(sentence)s")
        if not self.column:
            place = _("Row %(row)s: %(sentence)s")
        return place % asdict(self)


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of the preview: NEW, CHANGED or UNCHANGED, and its cells in words."""

    kind: str
    cells: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do: counts, refusals, and rows for a preview."""

    header: tuple[str, ...] = ()
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    written: bool = False
    gone: int = 0  # rows here that an earlier file had, and this one has not

    @property
    def refused_rows(self) -> int:
        """How many rows were refused; one row can be wrong twice."""
        return len({refusal.row for refusal in self.refused})

    @property
    def has_room(self) -> bool:
        """Whether the preview still takes rows."""
        return len(self.differences) < PREVIEWED

    def count(self, kind: str, cells: Sequence[str]) -> None:
        """Count one row, and keep the first ones for the preview."""
        name = {NEW: "created", CHANGED: "changed", UNCHANGED: "unchanged"}[kind]
        setattr(self, name, getattr(self, name) + 1)
        if self.has_room:
            self.differences.append(Difference(kind, tuple(cells)))


Loader = Callable[..., Outcome]
