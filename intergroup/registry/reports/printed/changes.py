"""What is another now than in a directory that was printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from intergroup.registry.reports.printed import words

Kept = dict[str, object]  # {"day": 5, "lines": ["Friday, 7:00 pm", "Friday Hope"]}


@dataclass(frozen=True, slots=True)
class Changed:
    """A meeting whose lines are others: those it had only then, those only now."""

    slug: str
    name: str
    when: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting that is new, or gone, with the lines that are printed of it."""

    slug: str
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called: the second line, below its day."""
        return self.lines[1] if len(self.lines) > 1 else self.slug


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """What is new, changed and gone on one day of the week."""

    title: str
    new: tuple[Line, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, changed and gone, by day."""

    days: tuple[DayOfChanges, ...]

    @property
    def count(self) -> int:
        """How many meetings are concerned."""
        return sum(
            len(each.new) + len(each.changed) + len(each.gone) for each in self.days
        )


def what_changed(before: dict[str, Kept], after: dict[str, Kept]) -> Changes:
    """Compare what two prints keep; a meeting that moved stands under its new day."""
    found: dict[int | None, dict[str, list[object]]] = {}

    def put(day: int | None, kind: str, line: object) -> None:
        of_day = found.setdefault(day, {"new": [], "changed": [], "gone": []})
        of_day[kind].append(line)

    for slug, now in after.items():
        if slug not in before:
            put(now["day"], "new", Line(slug, tuple(now["lines"])))
        elif before[slug] != now:
            put(now["day"], "changed", _changed(slug, before[slug], now))
    for slug, then in before.items():
        if slug not in after:
            put(then["day"], "gone", Line(slug, tuple(then["lines"])))
    return Changes(tuple(_day(day, found[day]) for day in _in_order(found)))


def _changed(slug: str, then: Kept, now: Kept) -> Changed:
    """Return the lines that are not in both."""
    old, new = then["lines"], now["lines"]
    return Changed(
        slug=slug,
        name=Line(slug, tuple(new)).name,
        when=new[0],
        before=tuple(line for line in old if line not in new),
        after=tuple(line for line in new if line not in old),
    )


def _day(day: int | None, kinds: dict[str, list]) -> DayOfChanges:
    return DayOfChanges(
        title=words.day_name(day),
        **{kind: tuple(lines) for kind, lines in kinds.items()},
    )


def _in_order(days: Iterable[int | None]) -> list[int | None]:
    return sorted(days, key=lambda day: 7 if day is None else day)
