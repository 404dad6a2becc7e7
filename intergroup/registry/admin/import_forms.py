"""The forms around a meeting list that comes in: whose it is, and what has gone."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from intergroup.kit.imports import AnyFile
from intergroup.registry.models import FeedSource


class ListFile(AnyFile):
    """A meeting list, which may be a feed as well."""

    title = gettext_lazy("CSV or XLSX, or a meeting list in JSON")


class ListImportForm(admin.FileForm):
    """Asks whose list the file is, so that the next one is told from it."""

    source = forms.ModelChoiceField(
        label=gettext_lazy("Whose list it is"),
        queryset=FeedSource.objects.defer("rows"),
        required=False,
        empty_label=gettext_lazy("Nobody’s that is read again"),
        help_text=gettext_lazy(
            "What this list says as it said before is left as it is here."
        ),
    )
    new_source = forms.CharField(
        label=gettext_lazy("Or the name of a new one"), max_length=120, required=False
    )

    def clean(self) -> dict[str, object]:
        """Hold the list to be one that is known or a new one, and not both."""
        cleaned = super().clean()
        if cleaned.get("source") and cleaned.get("new_source"):
            sentence = _("Choose a list or name a new one, not both.")
            self.add_error("new_source", ValidationError(sentence, code="both"))
        return cleaned

    def asked_fields(self) -> list[forms.BoundField]:
        """Return the boxes beside the one for the file, for the page."""
        return [self["source"], self["new_source"]]

    def asked(self) -> dict[str, object]:
        """Return what the loader is asked beside the file."""
        chosen = self.cleaned_data.get("source")
        named = self.cleaned_data.get("new_source", "")
        return {"source": chosen.name if chosen else named}


class ListConfirmForm(admin.ConfirmOwnForm):
    """The button under the preview, and a box for what has gone from the list."""

    source_name = forms.CharField(required=False, widget=forms.HiddenInput)
    drop_gone = forms.BooleanField(
        label=gettext_lazy("Take what has gone from this list off ours too"),
        required=False,
    )

    def asked(self) -> dict[str, object]:
        """Return what the loader is asked beside the file."""
        said = self.cleaned_data
        return {"source": said["source_name"], "drop_gone": said["drop_gone"]}
