"""The boxes about people: who sends a form, and who can be reached for a group."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.registry.actions.registering.boxes import Boxes
from intergroup.registry.actions.registering.texts import (
    DayBox,
    LineBox,
    LinesBox,
    MailBox,
    PhoneBox,
)
from intergroup.registry.models import GroupContact, Registration
from intergroup.registry.models.people import validate_first_name, validate_initial

Kind = GroupContact.Kind
KINDS = (Kind.PRIMARY, Kind.SECONDARY)


def first_name(*, required: bool = False) -> LineBox:
    """Return a box for a first name, which takes no surname."""
    return LineBox(
        label=_("First name"),
        required=required,
        max_length=40,
        validators=[validate_first_name],
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )


def last_initial() -> LineBox:
    """Return a box for the first letter of a surname."""
    return LineBox(
        label=_("Last initial"),
        required=False,
        max_length=1,
        validators=[validate_initial],
        widget=forms.TextInput(attrs={"size": 2, "autocomplete": "off"}),
    )


class ContactBoxes(Boxes):
    """Somebody who can be reached for the group: private, unless they agree."""

    kind = forms.ChoiceField(
        choices=[(each.value, each.label) for each in KINDS], widget=forms.HiddenInput
    )
    first_name = first_name()
    last_initial = last_initial()
    phone = PhoneBox(label=_("Telephone"), required=False, max_length=40)
    email = MailBox(label=_("E-mail"), required=False)
    postal_address = LinesBox(label=_("Postal address"), required=False, max_length=500)
    is_listed = forms.TypedChoiceField(
        label=_("Is it okay to list this person in the directory?"),
        required=False,
        choices=[("", _("No")), ("yes", _("Yes"))],
        coerce=bool,
        empty_value=False,
        widget=forms.RadioSelect,
    )

    def is_blank(self) -> bool:
        """Tell whether nobody is named here; the kind is always there."""
        return all(not self._typed(name) for name in self.fields if name != "kind")

    def clean(self) -> dict[str, object]:
        """Ask for a name, and for a way to reach it."""
        data = super().clean()
        if not self.errors and not data["first_name"]:
            self.add_error("first_name", _("Write the first name."))
        if not self.errors and not (data["phone"] or data["email"]):
            sentence = _("Write a telephone number or an e-mail address.")
            self.add_error("phone", sentence)
        return data


class SenderBoxes(Boxes):
    """Who sends the form. Seen by the office, and by nobody else."""

    sender_first_name = first_name(required=True)
    sender_initial = last_initial()
    sender_email = MailBox(
        label=_("E-mail"),
        help_text=_("We write to it about this form, and for nothing else."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    sender_phone = PhoneBox(label=_("Telephone"), required=False, max_length=40)
    relation = forms.ChoiceField(
        label=_("You and the group"),
        choices=[("", _("Choose…")), *Registration.Relation.choices],
    )
    is_contact_offered = forms.BooleanField(
        label=_("Add me as a contact of the group"), required=False
    )
    effective_on = DayBox(
        label=_("From which day"),
        required=False,
        help_text=_("Empty: from now on."),
    )
    remarks = LinesBox(
        label=_("Anything else we should know"), required=False, max_length=2000
    )


class KitBoxes(Boxes):
    """Whether a new group wants a starter kit, and where it goes."""

    is_kit_wanted = forms.BooleanField(
        label=_("Please send us a starter kit"), required=False
    )
    kit_address = LinesBox(
        label=_("Where to send it"),
        required=False,
        max_length=500,
        help_text=_("A postal address. It is private."),
    )

    def clean(self) -> dict[str, object]:
        """Ask where a kit goes."""
        data = super().clean()
        if data.get("is_kit_wanted") and not data.get("kit_address"):
            self.add_error("kit_address", _("Write where the starter kit goes."))
        return data


class PauseBoxes(Boxes):
    """Until when a group does not meet."""

    paused_until = DayBox(
        label=_("First day on which you meet again"),
        required=False,
        help_text=_("Empty: not known yet."),
    )

    def clean(self) -> dict[str, object]:
        """Hold the day to be still to come."""
        data = super().clean()
        until = data.get("paused_until")
        if until and until <= self.offered.today:
            self.add_error("paused_until", _("This day has been already."))
        return data
