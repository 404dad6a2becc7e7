"""Rows that undo other rows of their kind: ``reverses`` and, back, ``reversed_by``."""

from django.contrib.admin import display
from django.db.models import F, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.admin.rows import address


class CorrectedMixin:
    """Shows what was taken back, and what takes something back.

    Put ``"correction"`` into ``list_display``; it costs no query of its own.
    ``way_back`` leads from a row to the one that took it back.
    """

    way_back = "reversed_by__pk"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the rows, each knowing the one that took it back."""
        rows = super().get_queryset(request)
        return rows.annotate(taken_back_by=F(self.way_back))

    def get_row_actions(self, request: HttpRequest, obj: Model) -> list[str]:
        """Leave ``take_back`` out where there is nothing to take back."""
        names = super().get_row_actions(request, obj)
        is_corrected = obj.taken_back_by or obj.reverses_id
        return [each for each in names if each != "take_back" or not is_corrected]

    @display(description=gettext_lazy("correction"), empty_value="")
    def correction(self, row: Model) -> SafeString | str:
        """Return a word in a frame for what was taken back, or takes back."""
        if row.taken_back_by or row.reverses_id:
            return render_to_string("admin/correction.html", {"row": row})
        return ""

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, object],
        *args: object,
        **kwargs: object,
    ) -> HttpResponse:
        """Show the form, with a sentence that leads to the other row."""
        if row := context["original"]:
            others = {
                _("This was taken back by:"): getattr(row, "reversed_by", None),
                _("This takes back:"): row.reverses,
            }
            context["corrections"] = [
                (sentence, other, address(other))
                for sentence, other in others.items()
                if other
            ]
        return super().render_change_form(request, context, *args, **kwargs)
