"""The small forms on the page of minutes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import (
    BusinessMeeting,
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    MinutesPart,
    Motion,
)
from intergroup.business.views.choosing import MeetingField


class PartForm(forms.ModelForm):
    """A heading, and what on record belongs beside it."""

    class Meta:
        model = MinutesPart
        fields = ["title", "kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", auto_id="part-%s", **kwargs)
        self.fields["kind"].label = _("What is it about?")


class CorrectionForm(forms.ModelForm):
    """What somebody found wrong."""

    class Meta:
        model = MinutesCorrection
        fields = ["asked_by", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", auto_id="correction-%s", **kwargs)


class DecisionForm(forms.Form):
    """At which meeting it was decided, and by which motion, if there was one."""

    at = MeetingField(label=_("Decided at"))
    motion = forms.ModelChoiceField(
        None,
        label=_("By the motion"),
        required=False,
        empty_label=_("Without a count"),
    )

    def __init__(self, minutes: Minutes, data=None, *, today, auto_id):
        super().__init__(data, label_suffix="", auto_id=f"{auto_id}-%s")
        held_on = minutes.meeting.held_on
        later = BusinessMeeting.objects.filter(held_on__gt=held_on, held_on__lte=today)
        later = later.order_by("held_on")
        self.fields["at"].queryset = later
        self.fields["motion"].queryset = Motion.objects.filter(
            decided_at__in=later, result=Motion.Result.CARRIED
        )


class AmendForm(DecisionForm):
    """The decision that amends approved minutes, and what they say now."""

    text = forms.CharField(
        label=_("What the minutes say now"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def amendment(self, minutes: Minutes, *, on) -> MinutesAmendment:
        """Return the unsaved row."""
        said = self.cleaned_data
        return MinutesAmendment(
            minutes=minutes,
            decided_at=said["at"],
            motion=said["motion"],
            text=said["text"],
            recorded_on=on,
        )
