"""Forms that tell when somebody else changed the same row meanwhile."""

from zlib import crc32

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import facts


class SeenMixin:
    """Holds the register while a form is compared with what is there, and saved."""

    def get_object(self, request, *args, **kwargs):
        _hold(request)
        return super().get_object(request, *args, **kwargs)

    def get_form(self, request, *args, **kwargs):
        _hold(request)
        return super().get_form(request, *args, **kwargs)


class SeenForm(forms.ModelForm):
    """Carries what stood in the row when it was opened, as a mark for each field.

    A row that was changed since comes back once, with the fields named; sent again,
    what was typed stands.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.marks = _marks(self.instance) if self.instance.pk else {}
        self.initial["seen"] = _written(self.marks)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        seen = cleaned.get("seen")
        if seen and self.marks and (others := self._changed_since(seen)):
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = _written(self.marks)
            sentence = _(
                "Somebody else changed this meanwhile: %s. What you typed stands "
                "below; save it again if it is right."
            )
            raise ValidationError(sentence % ", ".join(others), code="changed_since")
        return cleaned

    def _changed_since(self, seen: str) -> list[str]:
        """Return the labels of the fields that are not as they were."""
        before = dict(each.split(":", 1) for each in seen.split() if ":" in each)
        return [
            str(self.instance._meta.get_field(name).verbose_name)
            for name, mark in self.marks.items()
            if before.get(name) != mark
        ]


def _hold(request: HttpRequest) -> None:
    """Let nobody write between the look at the register and the saving."""
    if request.method == "POST" and transaction.get_connection().in_atomic_block:
        hold_register()


def _marks(row: object) -> dict[str, str]:
    return {name: f"{crc32(text.encode()):x}" for name, text in facts(row).items()}


def _written(marks: dict[str, str]) -> str:
    return " ".join(f"{name}:{mark}" for name, mark in marks.items())
