"""What a report asks beside its days, and the periods that one link chooses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import pages
from intergroup.kit.dates import ONE_DAY, Period, fiscal_year, month_of

Options = Sequence[tuple[str, str]]

_TAKEN = {"from", "to", "on", "format"}
_quick: list["Quick"] = []


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from; an option whose value is “” means all of them.

    Without a ``default`` that is among the options, the report waits for an answer.
    """

    name: str
    label: str
    options: Callable[[], Options]
    default: str | Callable[[], str] = ""

    def __post_init__(self) -> None:
        if self.name in _TAKEN or not self.name.isidentifier():
            raise ImproperlyConfigured(f"A choice cannot be named {self.name!r}.")

    def offered(self) -> "Offered":
        """Return the choice with its options as they are now."""
        options = tuple(self.options())
        default = self.default() if callable(self.default) else self.default
        usual = default if default in dict(options) else None
        return Offered(self.name, self.label, options, usual)


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice at one moment; ``usual`` is None where somebody must choose."""

    name: str
    label: str
    options: Options
    usual: str | None

    def check(self, value: str) -> str:
        """Return ``value``; ValidationError with code ``unknown_choice`` if unknown."""
        if value in dict(self.options):
            return value
        message = _("“%(value)s” cannot be chosen as “%(label)s”.")
        params = {"value": value, "label": self.label}
        raise ValidationError(message, code="unknown_choice", params=params)


@dataclass(frozen=True, slots=True)
class Quick:
    """A period that one link chooses. ``build(day)`` returns None to be left out.

    ``only`` is the report that it is for, or “” for all.
    """

    label: str | Callable[[date], str]
    build: Callable[[date], Period | None]
    only: str = ""


def quick_period(
    label: str | Callable[[date], str],
    build: Callable[[date], Period | None],
    *,
    only: str = "",
) -> None:
    """Pin a link above the dates; ``label`` may itself be a function of the day.

    It is shown above every report, or above the one that ``only`` names.
    """
    _quick.append(Quick(label, build, only))


def quick_periods(day: date, slug: str = "") -> list[tuple[str, Period]]:
    """Return the name and the period of each link that means something on ``day``.

    Those of one report only are among them where ``slug`` names it.
    """
    shown = [each for each in _quick if each.only in {"", slug}]
    built = [(each.label, each.build(day)) for each in shown]
    return [
        (str(label(day) if callable(label) else label), period)
        for label, period in built
        if period
    ]


def _fiscal_year(day: date) -> Period:
    first_month = pages.context()["body"].fiscal_year_begins
    return fiscal_year(day, first_month=first_month)


def _this_month(day: date) -> Period:
    return Period(day.replace(day=1), day)


def _last_month(day: date) -> Period:
    return month_of(day.replace(day=1) - ONE_DAY)


def _this_year(day: date) -> Period:
    return Period(_fiscal_year(day).first, day)


def _last_year(day: date) -> Period:
    return _fiscal_year(_fiscal_year(day).first - ONE_DAY)


quick_period(gettext_lazy("This month"), _this_month)
quick_period(gettext_lazy("Last month"), _last_month)
quick_period(gettext_lazy("This fiscal year"), _this_year)
quick_period(gettext_lazy("Last fiscal year"), _last_year)
