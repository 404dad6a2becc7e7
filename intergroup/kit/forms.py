"""The short form before a report: over which days, or on which day."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intergroup.kit.dates import Period, fiscal_year, parse_day
from intergroup.kit.reports import Report


class Body(Protocol):
    """What the form must know of the body whose reports these are."""

    fiscal_year_begins: int
    is_day_first: bool


class DayField(forms.CharField):
    """A day, picked from a calendar or written in any of the ways people write one."""

    widget = forms.DateInput(attrs={"type": "date"})

    def __init__(self, *, day_first: bool, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.day_first = day_first

    def to_python(self, value: object) -> date | None:
        text = super().to_python(value)
        return parse_day(text, day_first=self.day_first) if text else None


class ReportForm(forms.Form):
    """Asks for a period or for a day, whichever the report is about.

    What is not asked for is this fiscal year up to ``today``, or ``today`` itself.
    """

    def __init__(
        self, asked: Mapping[str, str], *, shown: Report, today: date, body: Body
    ) -> None:
        begin = fiscal_year(today, first_month=body.fiscal_year_begins).first
        usual = {"from": begin, "to": today, "on": today}
        labels = {"from": _("From"), "to": _("To"), "on": _("On")}
        names = ["from", "to"] if shown.asks == "period" else ["on"]
        days = {name: asked.get(name) or usual[name].isoformat() for name in names}
        super().__init__(days, label_suffix="")
        for name in names:
            self.fields[name] = DayField(
                label=labels[name], day_first=body.is_day_first
            )

    def clean(self) -> dict[str, object]:
        """Add ``asked``: the Period or the day to run the report with."""
        data = super().clean()
        if "on" in data:
            data["asked"] = data["on"]
        elif "from" in data and "to" in data:
            try:
                data["asked"] = Period(data["from"], data["to"])
            except ValidationError as error:
                self.add_error("to", error)
        return data

    def full_clean(self) -> None:
        """Check, and let what could not be read stand in its box as it was typed."""
        super().full_clean()
        for name in self.errors:
            self.fields[name].widget.input_type = "text"
