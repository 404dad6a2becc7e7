"""Template filters of the house, built in to every template."""

from datetime import date
from decimal import Decimal

from django import template
from django.http import HttpRequest
from django.utils.formats import date_format

from intergroup.kit import money as money_kit
from intergroup.kit import once as once_kit
from intergroup.kit import seals
from intergroup.kit.charts import Chart, data_uri

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str = "") -> str:
    """Show figures for a column: ``{{ line.amount|money:report.currency }}``."""
    return money_kit.figures(amount, currency)


@register.filter
def cash(amount: Decimal, currency: str) -> str:
    """Show an amount with its symbol for a sentence."""
    return money_kit.in_words(amount, currency)


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
def image(chart: Chart) -> str:
    """Give a chart as the ``src`` of an ``<img>``, which PDF readers can describe."""
    return data_uri(chart)


@register.filter
def once(request: HttpRequest) -> str:
    """Give the token of a form that counts once; see ``kit/once.html``."""
    return once_kit.token(request)


@register.filter
def seal(full: str) -> str:
    """Show the first figures of a seal, in groups of four."""
    return seals.short(full)
