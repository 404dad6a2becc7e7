"""A report as it was presented beside what the books say of its days now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.dates import Period
from intergroup.kit.money import figures
from treasury.actions.presenting import canonical, fingerprint
from treasury.models import PresentedReport
from treasury.reports.treasurer import treasurers_report

AMOUNT = re.compile(r"-?\d+\.\d\d")
NOT_COMPARED = {"report", "from", "to", "seal", "status", "prepared_by"}
WORDS = {
    "opening": gettext_lazy("opening balance"),
    "closing": gettext_lazy("closing balance"),
    "lines": "",
    "amount": "",
    "net": gettext_lazy("net"),
    "income": gettext_lazy("income"),
    "expenses": gettext_lazy("expenses"),
    "transfers": gettext_lazy("moved"),
    "total": gettext_lazy("total"),
    "funds": gettext_lazy("funds"),
    "money": gettext_lazy("money held"),
    "groups": gettext_lazy("contributions by group"),
    "year": gettext_lazy("this year"),
    "payments": gettext_lazy("payments"),
    "other_income": gettext_lazy("other income"),
    "owing": gettext_lazy("promised and not yet paid"),
    "notes": gettext_lazy("notes"),
}
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that is not what it was; empty where it is or was not there."""

    line: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """What of a presented report the books no longer say, line by line."""

    period: Period
    is_as_kept: bool
    differences: tuple[Difference, ...]


def then_and_now(presented: PresentedReport) -> ThenAndNow:
    """Compare the figures of a presented report with the same report today.

    Raises DoesNotFootError where it cannot be made today.
    """
    period = Period(presented.first_on, presented.last_on)
    then = dict(_lines(presented.figures))
    now = dict(_lines(treasurers_report(period).as_json()))
    return ThenAndNow(
        period=period,
        is_as_kept=_is_as_kept(presented),
        differences=tuple(
            Difference(_named(path), then.get(path, ""), now.get(path, ""))
            for path in {**now, **then}
            if then.get(path) != now.get(path)
        ),
    )


def _is_as_kept(presented: PresentedReport) -> bool:
    """Whether the figures and the paper still have their fingerprints."""
    return presented.figures_sha256 == fingerprint(
        canonical(presented.figures)
    ) and presented.pdf_sha256 == fingerprint(bytes(presented.pdf))


def _lines(figures_: Mapping) -> Iterator[tuple[Path, str]]:
    """Yield every figure with the words that lead to it."""
    for key, value in figures_.items():
        if key not in NOT_COMPARED:
            yield from _figures_of(value, (key,))


def _figures_of(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _figures_of(part, (*path, key))
    elif isinstance(value, list):
        yield from _items(value, path)
    else:
        yield path, _shown(value)


def _items(values: list, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the lines of a list, each known by its words and not by its place."""
    seen: dict[str, int] = {}
    for each in values:
        name, rest = _name_and_rest(each)
        seen[name] = seen.get(name, 0) + 1
        again = f"{name} ({seen[name]})" if seen[name] > 1 else name
        yield from _figures_of(rest, (*path, again))


def _name_and_rest(item: object) -> tuple[str, object]:
    if not isinstance(item, dict):
        return str(item), ""
    is_name = {
        k: not isinstance(v, dict | list) and not _is_amount(v) for k, v in item.items()
    }
    # PostgreSQL keeps no order of keys, so that the words have one of their own
    words = [str(item[key]) for key in sorted(item) if is_name[key] and item[key]]
    rest = {key: item[key] for key in item if not is_name[key]}
    return ", ".join(words), rest


def _is_amount(value: object) -> bool:
    return isinstance(value, str) and AMOUNT.fullmatch(value) is not None


def _shown(value: object) -> str:
    if _is_amount(value):
        return figures(Decimal(str(value)))
    return _("there") if value == "" else str(value)


def _named(path: Path) -> str:
    words = [str(WORDS.get(part, part.replace("_", " "))) for part in path]
    line = ": ".join(filter(None, words))
    return line[:1].upper() + line[1:]
