"""The form of a meeting: what a volunteer ticks and types, checked where it is told."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.rules import show_rule
from intergroup.registry.actions.arranging import (
    free_slug,
    lookalikes,
    place_for,
    siblings,
    slug_of,
)
from intergroup.registry.actions.meeting_rules import settle_meeting
from intergroup.registry.admin.seen import SeenForm
from intergroup.registry.admin.zones import zone_choices
from intergroup.registry.models import Meeting

NEW_PLACE = {
    "new_place": "name",
    "new_address": "address",
    "new_region": "region",
}
TICKS, MANY = {"class": "ticks"}, {"class": "ticks many"}
WIDE = {"class": "vTextField"}
TELLS_APART = {"day", "days", "more_days", "time", "group", "location", "weeks"}
TELLS_APART |= {"first_on", "last_on", "conference_url", *NEW_PLACE}


class Alike(forms.ModelMultipleChoiceField):
    """Other meetings to tick, each by its day and time."""

    widget = forms.CheckboxSelectMultiple(attrs=MANY)

    def label_from_instance(self, obj: Meeting) -> str:
        return told(obj)


class MeetingForm(SeenForm):
    """What every meeting is asked, new or not."""

    weeks = forms.MultipleChoiceField(
        label=gettext_lazy("Weeks of the month"),
        choices=Meeting.Week.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=TICKS),
        help_text=gettext_lazy("None ticked: every week."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"), choices=zone_choices, required=False
    )
    new_place = forms.CharField(
        label=gettext_lazy("A new place"),
        max_length=255,
        required=False,
        widget=forms.TextInput(attrs=WIDE),
        help_text=gettext_lazy("In place of the one above: what the house is called."),
    )
    new_address = forms.CharField(
        label=gettext_lazy("Its address"),
        max_length=255,
        required=False,
        widget=forms.TextInput(attrs=WIDE),
        help_text=gettext_lazy(
            "Street, town, state and code, country: 1 Main St, Peoria, IL 61602, USA."
        ),
    )
    new_region = forms.CharField(
        label=gettext_lazy("Its region"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=WIDE),
    )
    is_another = forms.BooleanField(
        label=gettext_lazy("It is another meeting"),
        required=False,
        widget=forms.HiddenInput,
    )

    class Meta:
        model = Meeting
        fields = ("types",)
        widgets = {
            "types": forms.CheckboxSelectMultiple(attrs=MANY),
            **{
                name: forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
                for name in ("notes", "conference_url_notes", "conference_phone_notes")
            },
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        weeks = self.initial.get("weeks")
        self.initial["weeks"] = weeks.split(",") if weeks else []
        for name in ("days", "also", "more_days", "types"):
            ticked = self.initial.get(name) or []
            self.initial[name] = [getattr(each, "pk", each) for each in ticked]
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_weeks(self) -> str:
        """Return the ticked weeks as they are kept: ``1,3``."""
        return ",".join(self.cleaned_data["weeks"])

    def clean(self) -> dict[str, object]:
        """Take the place that was written below in place of the one that is chosen."""
        cleaned = super().clean()
        boxes = {field: cleaned.get(box, "") for box, field in NEW_PLACE.items()}
        if any(boxes.values()):
            is_town = cleaned.get("attendance") in ("online", "phone")
            self._take_place(cleaned, boxes, is_approximate=is_town)
        return cleaned

    def _take_place(
        self, cleaned: dict[str, object], boxes: dict[str, str], **facts: bool
    ) -> None:
        try:
            cleaned["location"] = place_for(**boxes, **facts)
        except ValidationError as error:
            for box, field in NEW_PLACE.items():
                for each in error.error_dict.get(field, ()):
                    self.add_error(box, each)

    def _post_clean(self) -> None:
        """Hold the meeting to the rules, and say what looks like it."""
        super()._post_clean()
        written = {*self.changed_data}
        written |= {"location"} if written & {*NEW_PLACE} else set()
        written |= {"day"} if "days" in written else set()
        self._blame(written if self.instance.pk else None)
        if written & TELLS_APART and not self.errors:
            self._ask(lookalikes(self.instance, days=self.days_meant()))

    def _blame(self, written: set[str] | None) -> None:
        try:
            settle_meeting(self.instance, changed=written)
        except ValidationError as error:
            show_rule(self, error, {} if "day" in self.fields else {"day": "days"})

    def _ask(self, doubles: Iterable[Meeting]) -> None:
        """Ask whether it is another meeting; a tick is an answer."""
        told_of = "; ".join(told(each) for each in doubles)
        if not told_of:
            return
        self.fields["is_another"].widget = forms.CheckboxInput()
        if not self.cleaned_data.get("is_another"):
            sentence = _("There is one already: %s. Is it the same? If not, tick this.")
            error = ValidationError(sentence % told_of, code="double")
            self.add_error("is_another", error)

    def days_meant(self) -> list[int]:
        """Return the days of the week on which it is to be held."""
        more = self.cleaned_data.get("more_days") or self.cleaned_data.get("days") or []
        own = [] if self.instance.day is None else [self.instance.day]
        return sorted({*own, *map(int, more)})


class NewMeetingForm(MeetingForm):
    """A new meeting, on one day of the week or on several."""

    days = forms.MultipleChoiceField(
        label=gettext_lazy("Days"),
        choices=Meeting.Day.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=TICKS),
        help_text=gettext_lazy(
            "Several: a meeting is made for each. None ticked: by appointment."
        ),
    )

    def clean(self) -> dict[str, object]:
        """Propose an address that is free, and take the first day for the rules."""
        cleaned = super().clean()
        wanted = cleaned.get("slug") or slug_of(cleaned.get("name", ""))
        cleaned["slug"] = free_slug(wanted)
        days = cleaned.get("days") or []
        self.instance.day = int(days[0]) if days else None
        return cleaned


class KnownMeetingForm(MeetingForm):
    """A meeting that is there, and those that are held like it on other days."""

    also = Alike(
        label=gettext_lazy("Do the same to"),
        queryset=Meeting.objects.none(),
        required=False,
        help_text=gettext_lazy(
            "Held at the same time and place. What you change above is changed there "
            "too, but not the day."
        ),
    )
    more_days = forms.MultipleChoiceField(
        label=gettext_lazy("The same on these days too"),
        choices=Meeting.Day.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=TICKS),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            alike = siblings(self.instance)
            self.fields["also"].queryset = alike
            held = {self.instance.day, *alike.values_list("day", flat=True)}
            self.fields["more_days"].choices = [
                each for each in Meeting.Day.choices if each[0] not in held
            ]


def told(meeting: Meeting) -> str:
    """Return a meeting in a few words: its name, day, time and place."""
    when = [] if meeting.day is None else [str(Meeting.Day(meeting.day).label)]
    when += [time_format(meeting.time)] if meeting.time else []
    where = [str(meeting.location)] if meeting.location_id else []
    return ", ".join([f"“{meeting}”", *when, *where])
