"""The boxes of a form that a group sends, and what may stand in them.

The page on the web is made of them, and the action that saves a form checks with the
same ones. What is as it was in the register is never blamed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from intergroup.registry.actions.registering import texts
from intergroup.registry.actions.registering.proposals import said
from intergroup.registry.actions.registering.texts import DayBox, TimeBox
from intergroup.registry.models import District, MeetingType


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from, read once for all the boxes of a page."""

    today: date
    types: tuple[tuple[str, str], ...]
    districts: tuple[tuple[str, str], ...]

    @classmethod
    def on(cls, today: date) -> Self:
        """Read what the register offers."""
        types = MeetingType.objects.values_list("code", "name")
        districts = ((str(each.number), str(each)) for each in District.objects.all())
        return cls(today, tuple(types), (("", _("Not known")), *districts))


class Boxes(forms.Form):
    """Boxes about one thing; ``shown`` is what stood in them when they were given."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        offered: Offered,
        shown: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(data, initial=shown, label_suffix="", **kwargs)
        self.offered = offered
        self.shown = shown
        self.was_typed = self.may_be_left = False

    def is_as_it_was(self, name: str) -> bool:
        """Tell whether a box holds what it held when it was given."""
        if self.shown is None:
            return False
        return self._typed(name) == _plain(self.shown.get(name, ""))

    def changed(self) -> set[str]:
        """Return the names of the boxes that hold something else than they did."""
        return {name for name in self.fields if not self.is_as_it_was(name)}

    def is_blank(self) -> bool:
        """Tell whether nobody has written anything here."""
        start = {name: field.initial for name, field in self.fields.items()}
        return all(
            self._typed(name) in ("", [], said(start[name])) for name in self.fields
        )

    @property
    def has_typed(self) -> bool:
        """Whether somebody has written here, and the page should show it."""
        if not self.is_bound:
            return self.was_typed
        return not self.is_blank() if self.shown is None else bool(self.changed())

    def as_typed(self) -> Self:
        """Return the same boxes with what is typed in them, not checked."""
        typed = {name: self[name].data for name in self.fields}
        again = type(self)(offered=self.offered, shown=self.shown, prefix=self.prefix)
        again.initial, again.was_typed = typed, self.has_typed
        again.may_be_left = self.may_be_left
        return again

    def words(self) -> dict[str, object]:
        """Return what the boxes hold, as a proposal says it."""
        return {name: said(value) for name, value in self.cleaned_data.items()}

    def full_clean(self) -> None:
        """Check, and let what could not be read stand in its box as it was typed.

        Boxes that may be left, and are, are neither blamed nor read.
        """
        if self.may_be_left and self.is_blank():
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()
        for name in self.errors:
            box = self.fields.get(name)
            if isinstance(box, DayBox | TimeBox):
                box.widget.input_type = "text"

    def clean(self) -> dict[str, object]:
        """Blame nothing that is as it was; look at the years of all days."""
        for name in [each for each in self.errors if self.is_as_it_was(each)]:
            del self.errors[name]
            self.cleaned_data[name] = self._typed(name)
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, date):
                self._hold(name, value)
        return self.cleaned_data

    def _hold(self, name: str, value: date) -> None:
        try:
            texts.check_day(value, today=self.offered.today)
        except ValidationError as error:
            self.add_error(name, error)

    def _typed(self, name: str) -> object:
        return _plain(self[name].data)


def _plain(value: object) -> object:
    """Return what a box holds as it is compared: with one kind of line break."""
    if not isinstance(value, str):
        return said(value)
    return value.replace("\r\n", "\n").strip()
