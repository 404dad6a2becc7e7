"""A meeting as the page asks for it: several days and weeks to tick, or its end."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.registry.actions.registering.meeting_boxes import MeetingBoxes
from intergroup.registry.actions.registering.proposals import MEETING_FIELDS, Proposal
from intergroup.registry.models import Meeting

Row = dict[str, object]


class MeetingRow(MeetingBoxes):
    """The boxes of one line; each ticked day becomes a meeting of its own."""

    slug = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    is_gone = forms.BooleanField(label=_("This meeting has ended"), required=False)
    day = None
    days = forms.MultipleChoiceField(
        label=_("Days"),
        required=False,
        choices=Meeting.Day.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick all that have the same time and place. None: by appointment"),
    )
    weeks = forms.MultipleChoiceField(
        label=_("Weeks of the month"),
        required=False,
        choices=Meeting.Week.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: every week."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        if self.shown is None:
            self.fields["name"].help_text = _("Empty: the name of the group.")

    @property
    def is_ending(self) -> bool:
        """Whether the box is ticked that the meeting has ended."""
        return bool(self["is_gone"].data)

    @property
    def when(self) -> str:
        """The day and the time of a meeting of the register, to know it by."""
        day, time = str(self.shown["day"]), str(self.shown["time"])
        names = {str(each.value): str(each.label) for each in Meeting.Day}
        return " ".join(filter(None, [names.get(day, ""), time]))

    def clean(self) -> dict[str, object]:
        """Ask nothing of a meeting that has ended."""
        data = super().clean()
        if self.is_ending:
            self.errors.clear()
        elif self.shown is not None and not data.get("name", "-"):
            self.add_error("name", _("Write the name of the meeting."))
        return data

    def first_day(self) -> int | None:
        """Return the first day ticked; None by appointment."""
        days = self.cleaned_data.get("days")
        return int(min(days)) if days else None

    def proposals(self, *, name: str) -> Iterator[Row]:
        """Give what is proposed; a new meeting without a name has the group’s."""
        if self.shown is None:
            yield from self._on_each_day(self._everything(name), self._days() or [""])
            return
        slug = {"slug": self.shown["slug"]}
        if self.is_ending:
            yield slug | {"gone": "yes"}
            return
        own, others = self._own_day()
        words = self._everything(name) | {"day": own}
        changed = {n: v for n, v in words.items() if v != _said(self.shown, n)}
        if changed := {n: v for n, v in changed.items() if self._is_changed(n)}:
            yield slug | changed
        yield from self._on_each_day(words, others)

    def _is_changed(self, name: str) -> bool:
        return not self.is_as_it_was("days" if name == "day" else name)

    def _own_day(self) -> tuple[str, list[str]]:
        """Return the day that a meeting of the register keeps, and the new ones."""
        days, before = self._days(), str(self.shown["day"])
        own = before if before in days or not days else days[0]
        own = own if days else ""
        return own, [day for day in days if day != own]

    def _days(self) -> list[str]:
        return sorted(self.cleaned_data["days"])

    def _everything(self, name: str) -> Row:
        words = self.words()
        weeks = [week for week in Meeting.Week.values if week in words["weeks"]]
        said = {each: words[each] for each in MEETING_FIELDS if each in words}
        return said | {"weeks": ",".join(weeks), "name": words["name"] or name}

    @staticmethod
    def _on_each_day(words: Row, days: list[str]) -> Iterator[Row]:
        for day in days:
            yield words | {"day": day}


def shown_in_row(meeting: Proposal) -> Row:
    """Return a meeting of the register as the boxes of a row hold it."""
    days = [meeting["day"]] if meeting["day"] else []
    weeks = [each for each in str(meeting["weeks"]).split(",") if each]
    return {**meeting, "days": days, "weeks": weeks, "is_gone": ""}


def _said(shown: Proposal, name: str) -> object:
    if name == "weeks":
        return ",".join(shown["weeks"])
    return shown[name]
