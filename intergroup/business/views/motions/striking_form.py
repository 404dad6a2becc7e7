"""The form that strikes the last step of a motion: one line, why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import MotionStep
from intergroup.business.views.motions.finding import PlainForm

LONGEST = MotionStep._meta.get_field("struck_because").max_length


class StrikeForm(PlainForm):
    """Why ``step`` is struck; the page may be older than the last step is."""

    because = forms.CharField(
        label=_("Why, in a sentence"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, step: MotionStep, data=None):
        super().__init__(data, auto_id="id_strike_%s")
        self.step = step
