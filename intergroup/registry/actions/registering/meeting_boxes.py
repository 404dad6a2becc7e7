"""The boxes about a meeting, and several days of one meeting in one go."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intergroup.kit.rules import show_rule
from intergroup.registry.actions.meeting_rules import settle_meeting
from intergroup.registry.actions.registering.boxes import Boxes
from intergroup.registry.actions.registering.texts import (
    DayBox,
    LineBox,
    LinesBox,
    LinkBox,
    TimeBox,
)
from intergroup.registry.models import Location, Meeting
from intergroup.registry.models.body import validate_time_zone
from intergroup.registry.models.meetings import validate_weeks

Attendance = Meeting.Attendance
OF_MEETING = (
    "time",
    "end_time",
    "attendance",
    "conference_url",
    "conference_phone",
)
BLAMED = {"location": "address"}


class MeetingBoxes(Boxes):
    """What there is to say of one meeting on one day."""

    name = LineBox(label=_("Name of the meeting"), max_length=255)
    day = forms.TypedChoiceField(
        label=_("Day"),
        required=False,
        choices=[("", _("By appointment")), *Meeting.Day.choices],
        coerce=int,
        empty_value=None,
    )
    time = TimeBox(label=_("Begins"), required=False)
    end_time = TimeBox(label=_("Ends"), required=False)
    weeks = forms.CharField(
        label=_("Weeks of the month"),
        required=False,
        validators=[validate_weeks],
        help_text=_("Such as 1,3 for the first and third, L for the last."),
    )
    first_on = DayBox(label=_("Season: first day"), required=False)
    last_on = DayBox(label=_("Season: last day"), required=False)
    time_zone = LineBox(
        label=_("Time zone, if another than ours"),
        required=False,
        max_length=64,
        validators=[validate_time_zone],
        help_text=_("Such as America/Denver."),
    )
    attendance = forms.ChoiceField(
        label=_("How people attend"),
        choices=Attendance.choices,
        initial=Attendance.IN_PERSON,
    )
    types = forms.MultipleChoiceField(
        label=_("What kind of meeting"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    location = LineBox(
        label=_("Place"),
        required=False,
        max_length=255,
        help_text=_("The name of the building: Trinity Church."),
    )
    address = LineBox(
        label=_("Address"),
        required=False,
        max_length=255,
        help_text=_("Street, town, state. For an online meeting, the town."),
    )
    location_notes = LinesBox(
        label=_("How to find the room"), required=False, max_length=1000
    )
    conference_url = LinkBox(
        label=_("Link of the online meeting"), required=False, max_length=1000
    )
    conference_url_notes = LinesBox(
        label=_("About the link"),
        required=False,
        max_length=1000,
        help_text=_("Shown to everybody, a password too."),
    )
    conference_phone = LineBox(
        label=_("Telephone of the meeting"), required=False, max_length=255
    )
    conference_phone_notes = LinesBox(
        label=_("About the telephone"), required=False, max_length=1000
    )
    notes = LinesBox(label=_("Notes"), required=False, max_length=2000)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["types"].choices = self.offered.types

    def clean(self) -> dict[str, object]:
        """Hold a meeting to what somebody must know to attend it."""
        data = super().clean()
        first, last = data.get("first_on"), data.get("last_on")
        if first and last and str(last) < str(first):
            self.add_error("last_on", _("A season cannot end before it begins."))
        if data.get("weeks") and self.first_day() is None:
            self.add_error("weeks", _("Say on which day of those weeks."))
        if {"O", "C"} <= set(data.get("types") or ()):
            self.add_error("types", _("A meeting is either open or closed."))
        self._settle()
        return self.cleaned_data

    def first_day(self) -> int | None:
        """Return the day of the week; None by appointment."""
        return self.cleaned_data.get("day")

    def _settle(self) -> None:
        data = self.cleaned_data
        meeting = Meeting(
            day=self.first_day(),
            location=Location(address=data.get("address", "")),
            **{name: data[name] for name in OF_MEETING if name in data},
        )
        try:
            settle_meeting(meeting, changed=self._changed_in_the_register())
        except ValidationError as error:
            show_rule(self, error, BLAMED)
        else:
            data["conference_phone"] = meeting.conference_phone

    def _changed_in_the_register(self) -> set[str]:
        """Return the changed boxes by the names that a meeting’s fields have."""
        changed = self.changed() - set(self.errors)
        return changed | ({"location"} if changed & {"address"} else set())
