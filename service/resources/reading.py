"""Reading the rows of a file: what each says, or everything that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from intergroup.kit import dates
from intergroup.kit.imports import Outcome, Refusal
from intergroup.kit.sheets import Row
from intergroup.registry.models import Body
from service.resources.cells import Reader
from service.resources.columns import Header

Readers = Mapping[str, Reader]


@dataclass(slots=True)
class Said:
    """What one row says by field, and what turned out to be wrong with it since."""

    number: int
    values: dict[str, object]
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, name: str, error: ValidationError | str) -> None:
        """Keep a sentence about one field."""
        is_error = isinstance(error, ValidationError)
        sentence = " ".join(error.messages) if is_error else str(error)
        self.wrong.append((name, sentence))


def read_rows(
    rows: Sequence[Row], header: Header, readers: Readers, outcome: Outcome
) -> Iterator[Said]:
    """Yield what each row below the heading says; refuse those that cannot be read."""
    for row in rows:
        if row.number <= header.row.number:
            continue
        if odd := header.odd_cells(row):
            outcome.refused.extend(odd)
            continue
        said = _read(row, header, readers)
        if said.wrong:
            refuse([said], header, outcome)
        else:
            yield said


def refuse(rows: Iterable[Said], header: Header, outcome: Outcome) -> None:
    """Tell of everything that is wrong with these rows, in the order of the file."""
    for said in rows:
        for name, sentence in said.wrong:
            refusal = Refusal(said.number, header.name(name), sentence)
            outcome.refused.append(refusal)
    outcome.refused.sort(key=lambda refusal: refusal.row)


def is_day_first(rows: Sequence[Row], header: Header, fields: Iterable[str]) -> bool:
    """Tell what 3/4/2026 means: by these columns, or else by the body’s settings."""
    places = [header.places[each] for each in fields if each in header.places]
    days = (
        row.cells[place] for place in places for row in rows if len(row.cells) > place
    )
    said = dates.says_day_first(days)
    return Body.objects.current().is_day_first if said is None else said


def _read(row: Row, header: Header, readers: Readers) -> Said:
    said = Said(row.number, {})
    for name, cell in header.cells(row).items():
        try:
            said.values[name] = readers[name](cell)
        except ValidationError as error:
            said.refuse(name, error)
    return said
