"""The boxes about a group."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intergroup.kit.rules import show_rule
from intergroup.registry.actions.meeting_rules import settle_group
from intergroup.registry.actions.payment_names import SERVICES
from intergroup.registry.actions.registering.boxes import Boxes
from intergroup.registry.actions.registering.texts import (
    DayBox,
    LineBox,
    LinesBox,
    LinkBox,
    MailBox,
    PhoneBox,
)
from intergroup.registry.models import Group


class GroupBoxes(Boxes):
    """What a group says of itself."""

    name = LineBox(
        label=_("Name of the group"),
        max_length=255,
        help_text=_(
            "A group is not named after a facility or a person, and its name says "
            "nothing of being affiliated with anybody."
        ),
    )
    district = forms.ChoiceField(label=_("District, if known"), required=False)
    started_on = DayBox(label=_("Meets since"), required=False)
    member_count = forms.IntegerField(
        label=_("Members, about"), required=False, min_value=0, max_value=9999
    )
    language = LineBox(
        label=_("Language spoken"),
        required=False,
        max_length=60,
        help_text=_("If not English."),
    )
    mailing_language = LineBox(
        label=_("Language for mail"), required=False, max_length=60
    )
    website = LinkBox(label=_("Web site"), required=False, max_length=500)
    email = MailBox(
        label=_("E-mail of the group"),
        required=False,
        help_text=_("Shown to everybody: a mailbox of the group, not a person’s own."),
    )
    phone = PhoneBox(
        label=_("Telephone of the group"),
        required=False,
        max_length=60,
        help_text=_("Shown to everybody."),
    )
    venmo = LineBox(label=_("Venmo"), required=False, max_length=64)
    square = LineBox(label=_("Cash App"), required=False, max_length=64)
    paypal = LineBox(label=_("PayPal"), required=False, max_length=64)
    homegroup_online = LineBox(
        label=_("Homegroup Online"), required=False, max_length=64
    )
    is_password_private = forms.BooleanField(
        label=_("We keep the password of our online meetings to ourselves"),
        required=False,
    )
    notes = LinesBox(
        label=_("What newcomers should know"), required=False, max_length=2000
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].choices = self.offered.districts

    def clean(self) -> dict[str, object]:
        """Hold the names at payment services to what readers of a list show."""
        data = super().clean()
        started = data.get("started_on")
        if isinstance(started, date) and started > self.offered.today:
            self.add_error("started_on", _("This day is still to come."))
        handles = {name: data.get(name, "") for name in SERVICES}
        group = Group(**handles)
        try:
            settle_group(group, changed=self.changed() & set(SERVICES))
        except ValidationError as error:
            show_rule(self, error)
        return data | {name: getattr(group, name) for name in handles if name in data}
