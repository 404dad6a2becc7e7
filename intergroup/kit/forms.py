"""The short form before a report: over which days or on which day, and of what."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intergroup.kit.asking import Offered
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


class ChosenField(forms.CharField):
    """One of the options of a report’s choice; without a usual one, none at first."""

    def __init__(self, offered: Offered, *, is_given: bool) -> None:
        is_open = "" in dict(offered.options)
        nothing = () if offered.usual or is_open else (("", _("Choose…")),)
        super().__init__(
            label=offered.label,
            required=is_given and not is_open,
            strip=False,
            widget=forms.Select(choices=(*nothing, *offered.options)),
        )
        self.offered = offered

    def validate(self, value: str) -> None:
        super().validate(value)
        if value:
            self.offered.check(value)


class ReportForm(forms.Form):
    """Asks for a period or for a day, whichever the report is about, and its choices.

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
        offers = [each.offered() for each in shown.choices]
        given = {each.name: asked.get(each.name, each.usual) for each in offers}
        super().__init__({**days, **given}, label_suffix="")
        self.is_waiting = None in given.values()
        self.chosen = list(given)
        for name in names:
            self.fields[name] = DayField(
                label=labels[name], day_first=body.is_day_first
            )
        for each in offers:
            is_given = given[each.name] is not None
            self.fields[each.name] = ChosenField(each, is_given=is_given)

    def clean(self) -> dict[str, object]:
        """Add ``asked``, the Period or the day to run with, and ``chosen`` by name."""
        data = super().clean()
        data["chosen"] = {name: data.get(name, "") for name in self.chosen}
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
            if isinstance(self.fields[name], DayField):
                self.fields[name].widget.input_type = "text"
