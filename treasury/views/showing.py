"""Boxes of the treasury’s own forms, and what a browser sent for them."""

import re
from collections.abc import Iterable

from django.forms import DateInput
from django.utils.translation import gettext_lazy as _

from intergroup.kit.dates import DayFormField

_ID = re.compile("[0-9]{1,18}")


class DayField(DayFormField):
    """A day, picked from a calendar where the browser has one."""

    widget = DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def ids(sent: Iterable[str]) -> list[int]:
    """Return the ids among what a browser sent; what can be none is left out."""
    return [int(each) for each in sent if _ID.fullmatch(each)]


def name_choice(field: object, nothing: str = "") -> None:
    """Show accounts by their names, and say what an empty choice means."""
    field.label_from_instance = lambda account: account.name
    field.empty_label = nothing or _("Choose…")
