"""Template filters of the house, built in to every template."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from django import template
from django.db.models import Field, Model
from django.http import HttpRequest
from django.utils.formats import date_format

from intergroup.kit import money as money_kit
from intergroup.kit import once as once_kit
from intergroup.kit import seals, timelines
from intergroup.kit.charts import Chart, data_uri

NOTHING = "–"
register = template.Library()


class Form(Protocol):
    """A form about one row."""

    instance: Model


class Plain(Protocol):
    """A value that cannot be changed, as the admin hands it to a template."""

    form: Form
    field: dict[str, object]

    def contents(self) -> str:
        """Return the value in the admin’s own words."""


@register.filter
def money(amount: Decimal | None, currency: str = "") -> str:
    """Show figures for a column: ``{{ line.amount|money:report.currency }}``."""
    return money_kit.figures(amount, currency)


@register.filter
def cash(amount: Decimal, currency: str) -> str:
    """Show an amount with its symbol for a sentence."""
    return money_kit.in_words(amount, currency)


@register.filter
def dialled(number: str) -> str:
    """Show a telephone number as the address of a link wants it: ``tel:+13095550100``.

    Pauses and signs that dial a code stay; ``#`` is written as such an address does.
    """
    kept = "".join(each for each in number if each.isdigit() or each in "+,*#")
    return f"tel:{kept.replace('#', '%23')}"


@register.filter
def day(value: date | None) -> str:
    """Show a date as ``Jan. 31, 2026``."""
    return date_format(value, "DATE_FORMAT") if value else ""


@register.filter
def month(value: str) -> str:
    """Show the month ``2026-01`` as ``Jan 2026``, and the year ``2026`` as it is."""
    if "-" not in value:
        return value
    return date_format(date.fromisoformat(f"{value}-01"), "M Y")


@register.filter
def at(mapping: dict, key: object) -> object:
    """Look a key up in a mapping; nothing for a key that is not there."""
    return mapping.get(key)


@register.filter
def image(chart: Chart | timelines.Timeline) -> str:
    """Give a chart as the ``src`` of an ``<img>``, which PDF readers can describe."""
    if isinstance(chart, timelines.Timeline):
        return timelines.data_uri(chart)
    return data_uri(chart)


@register.filter
def is_money(shown: Plain) -> bool:
    """Tell whether a value of the admin that cannot be changed is an amount."""
    return isinstance(_model_field(shown), money_kit.MoneyField)


@register.filter
def plain(shown: Plain) -> str:
    """Show a value of the admin that cannot be changed: figures, or “–” for nothing."""
    if is_money(shown):
        amount = getattr(shown.form.instance, shown.field["name"])
        return money_kit.figures(amount) or NOTHING
    return shown.contents() or NOTHING


def _model_field(shown: Plain) -> Field | None:
    fields = shown.form.instance._meta.fields
    return next((each for each in fields if each.name == shown.field["name"]), None)


@register.filter
def once(request: HttpRequest) -> str:
    """Give the token of a form that counts once; see ``kit/once.html``."""
    return once_kit.token(request)


@register.filter
def seal(full: str) -> str:
    """Show the first figures of a seal, in groups of four."""
    return seals.short(full)
