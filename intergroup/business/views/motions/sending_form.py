"""The form by which somebody sends a motion in: all that a meeting needs to know."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.models import BusinessMeeting, Motion, MotionSubmission
from intergroup.business.views.choosing import MeetingField
from intergroup.business.views.motions.finding import PlainForm
from intergroup.kit.money import MoneyFormField
from intergroup.kit.papers import PapersField
from intergroup.registry.models import Group
from intergroup.registry.models.people import validate_first_name, validate_initial

From = MotionSubmission.From
YES_NO = (("no", gettext_lazy("No")), ("yes", gettext_lazy("Yes")))


def words(label, *, rows=3, required=False, help_text="", longest=20_000):
    """Return a box for some lines of text."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=longest,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class SendForm(PlainForm):
    """A motion, who sends it, and for whom they speak."""

    first_name = forms.CharField(
        label=gettext_lazy("First name"),
        max_length=40,
        validators=[validate_first_name],
    )
    last_initial = forms.CharField(
        label=gettext_lazy("Last initial"),
        max_length=1,
        validators=[validate_initial],
        widget=forms.TextInput(attrs={"size": 2}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Private: only to ask you back."),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Private: only to ask you back."),
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    speaks_for = forms.ChoiceField(
        label=gettext_lazy("You are"), choices=From, widget=forms.RadioSelect
    )
    group = forms.ModelChoiceField(
        Group.objects.none(),
        label=gettext_lazy("Your group"),
        required=False,
        empty_label=gettext_lazy("Choose…"),
    )
    moved_by = forms.CharField(
        label=gettext_lazy("Or your committee or position"),
        required=False,
        max_length=80,
    )
    title = forms.CharField(
        label=gettext_lazy("The motion in a few words"), max_length=120
    )
    text = words(
        gettext_lazy("The motion in its exact words"),
        rows=5,
        required=True,
        help_text=gettext_lazy("As it is to be voted on: “That the Area …”."),
    )
    intent = words(
        gettext_lazy("What it is meant to do"),
        required=True,
    )
    is_policy_change = forms.ChoiceField(
        label=gettext_lazy("Does it change a policy or guideline?"),
        choices=YES_NO,
        initial="no",
        widget=forms.RadioSelect,
    )
    consulted = forms.CharField(
        label=gettext_lazy("If so: with whom was it spoken about?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "The policy committee, and the committees it affects. No names of people."
        ),
    )
    policy_section = forms.CharField(
        label=gettext_lazy("Which pages or sections"), required=False, max_length=200
    )
    text_before = words(gettext_lazy("The policy as it is"))
    text_after = words(gettext_lazy("The policy as it would be"))
    has_cost = forms.ChoiceField(
        label=gettext_lazy("Does it cost money?"),
        choices=YES_NO,
        initial="no",
        widget=forms.RadioSelect,
    )
    amount = MoneyFormField(
        label=gettext_lazy("If so: how much"),
        required=False,
        max_digits=12,
        decimal_places=2,
        min_value=0,
    )
    budget_line = forms.CharField(
        label=gettext_lazy("From which budget"), required=False, max_length=120
    )
    meeting = MeetingField(label=gettext_lazy("For which business meeting"))
    attachments = PapersField(
        label=gettext_lazy("Files that belong to it"),
        required=False,
        help_text=gettext_lazy("Up to three: PDF, JPEG or PNG, up to 8 MB each."),
    )

    def __init__(self, *args, today: date, initial=None):
        super().__init__(*args, initial=initial)
        self.fields["group"].queryset = Group.objects.on_the_roll().order_by("number")
        self.fields["meeting"].queryset = BusinessMeeting.objects.ahead(today)

    def clean(self):
        """Ask for what a yes means, and for whom somebody speaks."""
        said = super().clean()
        if said.get("is_policy_change") == "yes":
            self._ask(said, "text_after", _("Write the policy as it would be."))
        if said.get("has_cost") == "yes":
            self._ask(said, "amount", _("Write how much it costs."))
        if said.get("speaks_for") == From.GROUP:
            self._ask(said, "group", _("Choose your group."))
        elif said.get("speaks_for") in {From.COMMITTEE, From.OFFICER}:
            self._ask(said, "moved_by", _("Write your committee or position."))
        return said

    def motion(self) -> Motion:
        """Return the motion, unsaved; what a no makes idle is left out."""
        said = self.cleaned_data
        is_policy, costs = said["is_policy_change"] == "yes", said["has_cost"] == "yes"
        names = ("title", "text", "intent", "meeting")
        policy = ("consulted", "policy_section", "text_before", "text_after")
        values = {name: said[name] for name in names}
        values |= {name: said[name] for name in policy if is_policy}
        values |= {name: said[name] for name in ("amount", "budget_line") if costs}
        of_group = said["speaks_for"] == From.GROUP
        return Motion(
            is_policy_change=is_policy,
            moved_by_group=said["group"] if of_group else None,
            moved_by="" if of_group else said["moved_by"],
            **values,
        )

    def submission(self) -> MotionSubmission:
        """Return who sends it, unsaved: a first name and an initial, never more."""
        said = self.cleaned_data
        return MotionSubmission(
            sent_by=f"{said['first_name']} {said['last_initial'].upper()}.",
            email=said["email"],
            phone=said["phone"],
            speaks_for=said["speaks_for"],
        )

    def _ask(self, said, name, sentence):
        if not said.get(name) and name not in self.errors:
            self.add_error(name, ValidationError(sentence, code="required"))
