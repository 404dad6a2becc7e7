"""The box from which a business meeting is chosen."""

from django import forms
from django.utils.formats import date_format

from intergroup.business.models import BusinessMeeting


class MeetingField(forms.ModelChoiceField):
    """Which business meeting: its day comes first, where a telephone has room."""

    def __init__(self, **kwargs):
        super().__init__(BusinessMeeting.objects.none(), empty_label=None, **kwargs)

    def label_from_instance(self, meeting):
        """Return “Nov. 8, 2026: Business meeting”."""
        return f"{date_format(meeting.held_on, 'DATE_FORMAT')}: {meeting.title}"
