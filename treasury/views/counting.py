"""What stands around the rows of a collection: the day, who counted, and the cash."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import DayFormField
from intergroup.kit.money import MoneyFormField, in_words, total
from intergroup.kit.pieces import pieces_of
from treasury.actions.methods import IN_HAND, usual_accounts
from treasury.models import Account, Collection, Contribution
from treasury.models.collections import validate_counter

APPS = [each for each in Contribution.Method if each not in IN_HAND]
MEETINGS = 24
FIRST_AND_INITIAL = gettext_lazy("First name and last initial.")


def counter_field(label: str) -> forms.CharField:
    """Return a box for one of the two who counted."""
    return forms.CharField(
        label=label,
        max_length=44,
        validators=[validate_counter],
        help_text=FIRST_AND_INITIAL,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CountingForm(forms.Form):
    """The head and the foot of the collection sheet."""

    collected_on = DayFormField(label=gettext_lazy("Collected on"))
    meeting = forms.ModelChoiceField(
        BusinessMeeting.objects.none(),
        label=gettext_lazy("Business meeting"),
        required=False,
        empty_label=gettext_lazy("The one of that day, if there is one"),
    )
    first_counter = counter_field(gettext_lazy("Counted by"))
    second_counter = counter_field(gettext_lazy("And by"))
    counted = MoneyFormField(
        label=gettext_lazy("Notes and coins counted, in all"),
        required=False,
        min_value=0,
        help_text=gettext_lazy("Leave it empty to go without this check."),
    )
    is_another = forms.BooleanField(
        label=gettext_lazy("This is another collection of the same day"),
        required=False,
    )
    explanation = forms.CharField(
        label=gettext_lazy("If they differ, why"), max_length=200, required=False
    )

    def __init__(self, data: dict | None, *, currency: str) -> None:
        today = timezone.localdate()
        super().__init__(data, initial={"collected_on": today}, label_suffix="")
        self.currency = currency
        recent = BusinessMeeting.objects.order_by("-held_on")
        self.fields["meeting"].queryset = recent.filter(
            pk__in=list(recent.values_list("pk", flat=True)[:MEETINGS])
        )
        self._add_accounts()
        for value in pieces_of(currency):
            self.fields[f"pieces_{value}"] = _piece_field(value, currency)

    def _add_accounts(self) -> None:
        """Ask, once for each method, where it arrived."""
        usual = usual_accounts()
        held = Account.objects.open().holding_money()
        choices = [(each.pk, each.name) for each in held]
        for method in APPS:
            self.fields[f"account_{method}"] = forms.TypedChoiceField(
                label=method.label,
                choices=choices,
                coerce=int,
                required=False,
                empty_value=usual[method].pk,
                initial=usual[method].pk,
            )

    @property
    def accounts(self) -> list[forms.BoundField]:
        """The boxes that say where the money of each app arrived."""
        return [self[name] for name in self.fields if name.startswith("account_")]

    @property
    def pieces(self) -> list[forms.BoundField]:
        """The boxes for how many there are of each note and coin."""
        return [self[name] for name in self.fields if name.startswith("pieces_")]

    def clean_collected_on(self) -> object:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["collected_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day has not come yet."), code="future")
        return day

    def clean(self) -> dict[str, object]:
        """Add up the pieces; they must agree with a sum that is written beside them."""
        data = super().clean()
        counts = {
            name.removeprefix("pieces_"): count
            for name, count in data.items()
            if name.startswith("pieces_") and count
        }
        data["pieces"] = counts
        if counts:
            added = total(count * Decimal(value) for value, count in counts.items())
            if data.get("counted") not in (None, added):
                message = _("The notes and coins below add up to %s.")
                message %= in_words(added, self.currency)
                self.add_error("counted", ValidationError(message, code="adds_up"))
            data["counted"] = added
        return data

    def collection(self) -> Collection:
        """Return the unsaved collection; the form is valid."""
        data = self.cleaned_data
        day = data["collected_on"]
        meeting = data["meeting"] or BusinessMeeting.objects.filter(held_on=day).first()
        return Collection(
            collected_on=day,
            meeting=meeting,
            first_counter=data["first_counter"],
            second_counter=data["second_counter"],
            counted=data["counted"],
            pieces=data["pieces"],
            explanation=data["explanation"],
        )

    def account_ids(self) -> dict[str, int]:
        """Return where the money of each method goes; the form is valid."""
        usual = {method: each.pk for method, each in usual_accounts().items()}
        chosen = {method: self.cleaned_data[f"account_{method}"] for method in APPS}
        return {**usual, **chosen}


def _piece_field(value: str, currency: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=in_words(Decimal(value), currency),
        required=False,
        min_value=0,
        max_value=99_999,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "off",
                "class": "money",
                "data-value": value,
            }
        ),
    )
