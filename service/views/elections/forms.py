"""The small forms of an election: who is nominated, the motion, the hat."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.registry.models import Person
from service.models import BallotMotion, Draw, Election, Nomination
from service.reports.elections.people import people_to_choose, people_to_nominate
from service.views.elections.ballot_form import CountField
from service.views.elections.writing import PlainForm

Answer = Nomination.Answer
SEED = Draw._meta.get_field("seed").max_length


class NominateForm(PlainForm):
    """Who is nominated; the button says whether they have accepted."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Who is nominated")
    )
    answer = forms.ChoiceField(
        choices=[(each.value, each.label) for each in (Answer.ASKED, Answer.ACCEPTED)],
        required=False,
    )

    def __init__(self, election: Election, data=None):
        super().__init__(data)
        person = self.fields["person"]
        person.queryset = people_to_nominate(election)
        options = people_to_choose(election, today=timezone.localdate())
        person.widget.choices = [("", _("Choose…")), *options]

    def clean_answer(self):
        return self.cleaned_data["answer"] or Answer.ASKED


class MotionForm(PlainForm):
    """The motion for a fifth ballot: what the chair heard, and the hands."""

    HEARD = (
        ("seconded", gettext_lazy("It was moved and seconded")),
        ("moved", gettext_lazy("It was moved, and nobody seconded it")),
        ("silent", gettext_lazy("Nobody moved it")),
    )
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    heard = forms.ChoiceField(
        label=gettext_lazy("The chair asked"),
        choices=HEARD,
        initial="seconded",
        widget=forms.RadioSelect,
    )
    ayes = CountField()
    noes = CountField()

    def __init__(self, data=None, *, number):
        super().__init__(data, initial={"number": number})
        self.fields["ayes"].label = _("Hands for")
        self.fields["noes"].label = _("Hands against")

    def clean(self):
        """Ask for both counts where hands were counted."""
        data = super().clean()
        for name in ("ayes", "noes"):
            is_counted = data.get("heard") == "seconded" and name not in self.errors
            if is_counted and data.get(name) is None:
                told = _("Write how many hands, or 0.")
                self.add_error(name, ValidationError(told, code="no_number"))
        return data

    def motion(self, election):
        """Return what was heard, unsaved; hands count only where there was a motion."""
        said = self.cleaned_data
        is_seconded = said["heard"] == "seconded"
        return BallotMotion(
            election=election,
            is_moved=said["heard"] != "silent",
            is_seconded=is_seconded,
            ayes=said["ayes"] if is_seconded else 0,
            noes=said["noes"] if is_seconded else 0,
        )


class SeedForm(PlainForm):
    """The seed of a draw; spaces are counted once, as a page shows them."""

    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=SEED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 30}),
    )

    def clean_seed(self):
        return " ".join(self.cleaned_data["seed"].split())


class ByHandForm(PlainForm):
    """Which slip came out of a hat of felt."""

    drawn = forms.TypedChoiceField(
        label=gettext_lazy("The name that came out"),
        coerce=int,
        widget=forms.RadioSelect,
    )

    def __init__(self, data=None, *, among, names):
        super().__init__(data)
        self.fields["drawn"].choices = [(each, names[each]) for each in among]
