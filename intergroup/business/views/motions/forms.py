"""The small forms of a motion, one for each step it can take."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.business.majorities import Base, Majority
from intergroup.business.models import BusinessMeeting, Guideline, Motion, MotionStep
from intergroup.business.views.choosing import MeetingField
from intergroup.business.views.motions.finding import (
    PlainForm,
    meeting_now,
    meetings_for,
)
from intergroup.kit.dates import DayFormField
from intergroup.registry.models import Group

Kind = MotionStep.Kind


class CountField(forms.IntegerField):
    """How many: a whole number, or nothing."""

    def __init__(self, label):
        super().__init__(label=label, required=False, min_value=0, max_value=9_999)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}


class GroupField(forms.ModelChoiceField):
    """Which group of the roll."""

    def __init__(self, label, *, required=False):
        groups = Group.objects.none()
        super().__init__(
            groups, label=label, required=required, empty_label=_("Choose…")
        )


class StepForm(PlainForm):
    """A step at a meeting; each kind adds its own boxes."""

    meeting = MeetingField(label=_("At"))
    values = ()

    def __init__(self, motion: Motion, today: date, data=None):
        super().__init__(data)
        self.motion, self.today = motion, today
        box = self.fields.get("meeting")
        if box:
            box.queryset = meetings_for(motion)
            box.initial = meeting_now(motion, today).pk
            self.move_to_end("meeting")
        for field in self.fields.values():
            if isinstance(field, GroupField):
                field.queryset = Group.objects.on_the_roll().order_by("number")

    def move_to_end(self, name):
        """Let the box that is seldom changed come last."""
        self.order_fields([*(each for each in self.fields if each != name), name])

    def step(self, kind: str) -> MotionStep:
        """Return the step that was meant, unsaved."""
        said = self.cleaned_data
        meeting = said.get("meeting")
        values = {name: said[name] for name in self.values if said[name] is not None}
        return MotionStep(
            motion=self.motion,
            kind=kind,
            meeting=meeting,
            done_on=meeting.held_on if meeting else self.today,
            **values,
        )


class AgendaForm(StepForm):
    """Of which meeting, and how it will be decided."""

    way = forms.ChoiceField(label=_("Decided"), choices=Motion.Way)
    majority = forms.ChoiceField(label=_("Majority"), choices=Majority)
    base = forms.ChoiceField(label=_("Of"), choices=Base)

    def __init__(self, motion, today, data=None):
        super().__init__(motion, today, data)
        ahead = BusinessMeeting.objects.ahead(today)
        chosen = ahead | BusinessMeeting.objects.filter(pk=motion.meeting_id)
        self.fields["meeting"].queryset = chosen.order_by("held_on")
        self.fields["meeting"].initial = motion.meeting_id
        self.fields["meeting"].label = _("On the agenda of")
        self.order_fields(["meeting"])
        for name in ("way", "majority", "base"):
            self.fields[name].initial = getattr(motion, name)

    def step(self, kind):
        step = super().step(kind)
        step.done_on = self.today
        return step


class WordsForm(StepForm):
    """A step with a remark, if there is one."""

    text = forms.CharField(
        label=_("Remark"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    values = ("text",)


class WhyForm(PlainForm):
    """Why it is not taken up, in a sentence that is kept with it."""

    text = forms.CharField(
        label=_("Why, in a sentence"), widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, motion, today, data=None):
        super().__init__(data)
        self.motion, self.today = motion, today

    def step(self, kind):
        """Return the step that was meant; before an agenda, it is of no meeting."""
        is_at_one = self.motion.result != Motion.Result.RECEIVED
        meeting = meeting_now(self.motion, self.today) if is_at_one else None
        return MotionStep(
            motion=self.motion,
            kind=kind,
            meeting=meeting,
            done_on=meeting.held_on if meeting else self.today,
            text=self.cleaned_data["text"],
        )


class WithdrawForm(WhyForm):
    """Withdrawn by who brought it; a remark, if there is one."""

    text = forms.CharField(
        label=_("Remark"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class MovedForm(StepForm):
    """Who moves it: a group, or a position or committee."""

    by_group = GroupField(_("The group"))
    by = forms.CharField(
        label=_("Or a position or committee"), required=False, max_length=80
    )
    values = ("by_group", "by")

    def __init__(self, motion, today, data=None):
        super().__init__(motion, today, data)
        self.fields["by_group"].initial = motion.moved_by_group_id
        self.fields["by"].initial = motion.moved_by


class SecondedForm(StepForm):
    """Which group seconds it."""

    by_group = GroupField(_("The group"), required=True)
    values = ("by_group",)


class HandsForm(StepForm):
    """Hands for and against, and who abstains."""

    votes_for = CountField(_("For"))
    votes_against = CountField(_("Against"))
    abstentions = CountField(_("Abstaining"))
    values = ("votes_for", "votes_against", "abstentions")


class AmendForm(HandsForm):
    """The words as they would be, and the vote on that."""

    text = forms.CharField(
        label=_("The words as they would be"), widget=forms.Textarea(attrs={"rows": 5})
    )
    policy = forms.CharField(
        label=_("The policy as it would be"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    values = (*HandsForm.values, "text", "policy")

    def __init__(self, motion, today, data=None):
        super().__init__(motion, today, data)
        self.fields["text"].initial = motion.text
        self.fields["policy"].initial = motion.text_after
        if not motion.is_policy_change:
            self.fields["policy"].disabled = True
            self.fields["policy"].widget = forms.HiddenInput()
        self.order_fields(["text", "policy"])


class VoteForm(HandsForm):
    """The count, by the majority that was agreed for this motion."""

    majority = forms.ChoiceField(label=_("Majority"), choices=Majority)
    base = forms.ChoiceField(label=_("Of"), choices=Base)
    values = (*HandsForm.values, "majority", "base")

    def __init__(self, motion, today, data=None):
        super().__init__(motion, today, data)
        self.fields["majority"].initial = motion.majority
        self.fields["base"].initial = motion.base


class ConsensusForm(StepForm):
    """How many assent, have reservations, stand aside, or block."""

    votes_for = CountField(_("Assent"))
    reservations = CountField(_("With reservations"))
    stand_asides = CountField(_("Stand aside"))
    blocks = CountField(_("Block"))
    values = ("votes_for", "reservations", "stand_asides", "blocks")


class ReferForm(StepForm):
    """To which committee."""

    by = forms.CharField(label=_("To which committee"), max_length=120)
    values = ("by",)


class SendOutForm(StepForm):
    """By when the groups answer."""

    due_on = DayFormField(
        label=_("The groups answer by"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    is_mailed = forms.BooleanField(
        label=_("Mail every group its link now"), required=False, initial=True
    )


class PolicyForm(PlainForm):
    """The policy that the motion makes."""

    title = forms.CharField(label=_("Title"), max_length=120)
    section = forms.CharField(
        label=_("Page or section"), max_length=120, required=False
    )
    text = forms.CharField(
        label=_("Its exact words"), widget=forms.Textarea(attrs={"rows": 6})
    )
    replaces = forms.ModelChoiceField(
        Guideline.objects.none(),
        label=_("In the place of"),
        required=False,
        empty_label=_("None: it is new"),
        help_text=_("The old one ends on the day this was carried."),
    )

    def __init__(self, motion, data=None):
        words = motion.text_after or motion.text
        section = motion.policy_section[:120]
        initial = {"title": motion.title, "section": section, "text": words}
        super().__init__(data, initial=initial, auto_id="id_policy_%s")
        open_ones = Guideline.objects.filter(ended_on__isnull=True, replaced_by=None)
        self.fields["replaces"].queryset = open_ones


FORMS = {
    Kind.ON_AGENDA: AgendaForm,
    Kind.MOVED: MovedForm,
    Kind.SECONDED: SecondedForm,
    Kind.AMENDED: AmendForm,
    Kind.STRAW_POLL: ConsensusForm,
    Kind.TABLED: WordsForm,
    Kind.REFERRED: ReferForm,
    Kind.TO_GROUPS: SendOutForm,
    Kind.BACK: StepForm,
    Kind.TAKEN_UP: WordsForm,
    Kind.VOTED: VoteForm,
    Kind.MINORITY_HEARD: WordsForm,
    Kind.RECONSIDERED: HandsForm,
    Kind.WITHDRAWN: WithdrawForm,
    Kind.NOT_TAKEN_UP: WhyForm,
}


def form_for(kind: str, motion: Motion, today: date, data=None) -> forms.Form:
    """Return the form of a step; by consensus a vote asks for other numbers."""
    chosen = FORMS[Kind(kind)]
    if kind == Kind.VOTED and motion.is_by_consensus:
        chosen = ConsensusForm
    form = chosen(motion, today, data)
    form.auto_id = f"id_{kind}_%s"  # there are several on a page
    return form
