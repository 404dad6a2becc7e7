"""The board of reports: one function, one frozen dataclass, every form of output."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.module_loading import autodiscover_modules

from intergroup.kit import pages, pdf, sheets
from intergroup.kit.asking import Choice, quick_period

__all__ = [
    "CONTENT_TYPES",
    "FORMS",
    "Answer",
    "Choice",
    "DoesNotFootError",
    "Report",
    "allowed",
    "discover",
    "get",
    "quick_period",
    "report",
    "reports",
    "write",
]

_reports: dict[str, "Report"] = {}


class DoesNotFootError(ArithmeticError):
    """A report whose sums do not agree; it is never printed."""


class Answer(Protocol):
    """What a report returns: a frozen dataclass with two other shapes of itself."""

    def as_json(self) -> dict:
        """Return the documented shape: money as text with two places, ISO dates."""

    def as_tables(self) -> tuple[sheets.Table, ...]:
        """Return the same figures as tables for CSV and XLSX."""


Run = Callable[..., Answer]


@dataclass(frozen=True, slots=True)
class Report:
    """A report that anyone with ``permission`` can run over a period or on a day.

    ``run`` takes the Period or the day, and by name what was chosen: always text.
    """

    slug: str
    title: str
    description: str
    order: int
    asks: Literal["period", "day"]
    permission: str
    template: str
    run: Run
    choices: tuple[Choice, ...] = ()

    def as_html(self, answer: Answer, *, is_paper: bool = False) -> str:
        """Return the fragment for the screen, or the same for paper (``is_paper``)."""
        context = pages.context(report=answer, is_paper=is_paper)
        return render_to_string(self.template, context)

    def as_pdf(self, answer: Answer) -> bytes:
        """Return the same fragment on paper."""
        html = self.as_html(answer, is_paper=True)
        context = pages.context(shown=self, answer=answer, html=html)
        return pdf.from_html(render_to_string("print/report.html", context))


def report(
    slug: str,
    *,
    title: str,
    description: str,
    order: int,
    asks: Literal["period", "day"],
    permission: str,
    template: str,
    choices: tuple[Choice, ...] = (),
) -> Callable[[Run], Run]:
    """Register the decorated function as a report."""

    def register(run: Run) -> Run:
        if slug in _reports:
            raise ImproperlyConfigured(f"Report {slug!r} is registered twice.")
        _reports[slug] = Report(
            slug, title, description, order, asks, permission, template, run, choices
        )
        return run

    return register


def discover() -> None:
    """Import every app’s ``reports`` package, once all apps are loaded."""
    autodiscover_modules("reports")


def reports() -> list[Report]:
    """Return every report in order."""
    return sorted(_reports.values(), key=lambda each: (each.order, each.slug))


def allowed(user: AbstractBaseUser) -> list[Report]:
    """Return the reports this person may run."""
    return [each for each in reports() if user.has_perm(each.permission)]


def get(slug: str) -> Report:
    """Return one report; KeyError for a name that no app has pinned."""
    return _reports[slug]


def write(shown: Report, answer: Answer, form: str) -> bytes:
    """Return the bytes of json, csv, xlsx or pdf; KeyError for another form."""
    return _WRITERS[form](shown, answer)


def _json(shown: Report, answer: Answer) -> bytes:
    data = {"report": shown.slug, **answer.as_json()}
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


_WRITERS: dict[str, Callable[[Report, Answer], bytes]] = {
    "json": _json,
    "csv": lambda _shown, answer: sheets.to_csv(answer.as_tables()),
    "xlsx": lambda _shown, answer: sheets.to_xlsx(answer.as_tables()),
    "pdf": lambda shown, answer: shown.as_pdf(answer),
}

FORMS = tuple(_WRITERS)
CONTENT_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
