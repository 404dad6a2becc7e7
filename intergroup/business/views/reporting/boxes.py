"""The boxes of a report. What is right of them is kept while others are not yet."""

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from intergroup.business.actions.reporting import boxes_of, stamp_of
from intergroup.business.models import MeetingReport

LONGEST = 10_000
HELP = {
    "report": _("What the meeting should hear, in a few sentences. Name nobody."),
    "contributed": _("What the group says; the treasurer’s books are kept apart."),
    "events": _("What is announced: day, time, place."),
}
WAYS = (
    (MeetingReport.State.SENT, _("On paper, by letter or by telephone")),
    (MeetingReport.State.SPOKEN, _("Spoken at the meeting")),
)


class ReportForm(forms.Form):
    """What a group, or a position, is asked."""

    def __init__(self, report: MeetingReport, data=None):
        names = boxes_of(report)
        said = {name: getattr(report, name) for name in names}
        super().__init__(data, initial=said, label_suffix="", prefix=None)
        found = forms.fields_for_model(MeetingReport, fields=names)
        self.fields.update({name: found[name] for name in names})
        for name, field in self.fields.items():
            field.help_text = HELP.get(name, field.help_text)
            if isinstance(field.widget, forms.Textarea):
                field.max_length = LONGEST
                field.widget.attrs = {"rows": 6 if name == "report" else 3}
                field.widget.attrs["maxlength"] = LONGEST
        if "contributed" in self.fields:
            self.fields["contributed"].validators.append(MinValueValidator(0))
        self.read = stamp_of(report)

    @property
    def said(self):
        """What could be read of the boxes, by name."""
        return {n: v for n, v in self.cleaned_data.items() if n in self.fields}

    def clean(self):
        """Cut what a browser was made to send beyond the length of a box."""
        return {
            name: value[:LONGEST] if isinstance(value, str) else value
            for name, value in super().clean().items()
        }


class EnteredForm(ReportForm):
    """What the office writes down for somebody, and how it came."""

    def __init__(self, report: MeetingReport, data=None):
        super().__init__(report, data)
        self.fields["state"] = forms.ChoiceField(
            label=_("How it came"),
            choices=WAYS,
            initial=MeetingReport.State.SENT,
            widget=forms.RadioSelect,
        )
