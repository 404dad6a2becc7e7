"""What the office is asked before a directory is printed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.imposing import LEAF
from intergroup.registry.models import Body, District
from intergroup.registry.publishing import Published
from intergroup.registry.reports.printed import Wishes
from intergroup.registry.reports.printed.wishes import Form, Order

PAPERS = (("", gettext_lazy("The body’s own")), *Body.Paper.choices)


class PrintForm(forms.Form):
    """Order, paper, and which meetings."""

    order = forms.ChoiceField(label=gettext_lazy("Meetings"), choices=Order)
    form = forms.ChoiceField(label=gettext_lazy("What it will be"), choices=Form)
    paper = forms.ChoiceField(
        label=gettext_lazy("Paper"), choices=PAPERS, required=False
    )
    pages = forms.IntegerField(
        label=gettext_lazy("Pages of the booklet"),
        required=False,
        min_value=LEAF,
        max_value=400,
        help_text=gettext_lazy(
            "A multiple of four. Pages left over have lines for notes. Empty: as many "
            "as it takes."
        ),
    )
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        required=False,
        max_length=120,
        help_text=gettext_lazy(
            "Such as the telephone volunteers, or a hospital; it is printed. No names "
            "of persons."
        ),
    )
    district = forms.ChoiceField(label=gettext_lazy("District"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Town"), required=False)
    has_online = forms.BooleanField(
        label=gettext_lazy("With meetings that are online or by telephone only"),
        required=False,
        initial=True,
    )
    has_codes = forms.BooleanField(
        label=gettext_lazy("A QR code beside each meeting that has a link"),
        required=False,
    )
    has_notes = forms.BooleanField(
        label=gettext_lazy("With the notes of meetings and places"), required=False
    )

    def __init__(self, *args, published: Published, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        places = {each.place.region for each in published.meetings if each.place}
        every = [("", _("All"))]
        districts = District.objects.values_list("number", "name")
        named = [(str(number), f"{number} {name}") for number, name in districts]
        self.fields["district"].choices = every + named
        towns = sorted(places - {""}, key=str.casefold)
        self.fields["region"].choices = every + [(each, each) for each in towns]

    def clean_pages(self) -> int:
        """Hold the count to be one that folded sheets can have."""
        pages = self.cleaned_data["pages"] or 0
        if pages % LEAF:
            low = pages - pages % LEAF
            message = _(
                "Sheets folded in the middle have four pages each: %(low)s or %(high)s."
            )
            params = {"low": low, "high": low + LEAF}
            raise ValidationError(message, code="not_fours", params=params)
        return pages

    def clean(self) -> dict[str, object]:
        """Refuse a count of pages for what is no booklet."""
        data = super().clean()
        if data.get("pages") and data.get("form") not in (None, Form.BOOKLET):
            message = _("Only a booklet has a count of pages to keep to.")
            self.add_error("pages", ValidationError(message, code="no_booklet"))
        return data

    def wishes(self, *, site: str) -> Wishes:
        """Return what was chosen."""
        data = dict(self.cleaned_data)
        district = data.pop("district")
        return Wishes(district=int(district) if district else None, site=site, **data)
