"""One finding, and the words that all of them use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from django.db.models import Model
from django.urls import reverse
from django.utils.formats import date_format

from intergroup.kit import money
from intergroup.registry.models import Body


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, the day it is about, and the address of its record, if it has one."""

    sentence: str
    on: date | None = None
    address: str = ""


def of(row: Model, sentence: str, on: date | None = None) -> Finding:
    """Return a finding about one record, which leads to its page."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return Finding(sentence, on, reverse(name, args=[row.pk]))


def day(value: date) -> str:
    """Return a day as sentences have it."""
    return date_format(value, "DATE_FORMAT")


def teller() -> Callable[[Decimal], str]:
    """Return a function that says an amount with the symbol of the body’s currency."""
    currency = Body.objects.current().currency
    return partial(money.in_words, currency=currency)
