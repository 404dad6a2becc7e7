"""The page of one row: buttons for what may be done with it."""

from collections.abc import Callable
from typing import ClassVar

from django.contrib.admin import action as django_action
from django.contrib.admin.utils import quote
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

FROM_ROW = "_from_row"


def action(*, description: str, on_row: str = "", **options: object) -> Callable:
    """Declare an action of a list; ``on_row`` is what its button says for one row."""

    def declare(function: Callable) -> Callable:
        function.on_row = on_row or description
        return django_action(function, description=description, **options)

    return declare


def address(row: Model) -> str:
    """Return where the page of this row is."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return reverse(name, args=[quote(row.pk)])


class RowActionsMixin:
    """Actions of the list that also stand as buttons on the page of each row."""

    row_actions: ClassVar[list[str]] = []

    def get_row_actions(self, request: HttpRequest, obj: Model) -> list[str]:
        """Return the names of the actions that make sense for this row now."""
        return self.row_actions

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, object],
        *args: object,
        **kwargs: object,
    ) -> HttpResponse:
        """Show the form, with a button for each action that this person may use."""
        row, opts = context["original"], self.opts
        names = self.get_row_actions(request, row) if row else []
        may = self.get_actions(request) if names else {}
        context["row_actions"] = [
            (name, getattr(may[name][0], "on_row", may[name][2]))
            for name in names
            if name in may
        ]
        list_name = f"admin:{opts.app_label}_{opts.model_name}_changelist"
        context["list_address"] = reverse(list_name)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_action(
        self, request: HttpRequest, queryset: QuerySet
    ) -> HttpResponse | None:
        """Do the action; one that was asked for on a row’s page leads back to it."""
        response = super().response_action(request, queryset)
        row = request.POST.get(FROM_ROW)
        is_done = isinstance(response, HttpResponseRedirect)
        if row and is_done and response.url == request.get_full_path():
            return HttpResponseRedirect(address(self.model(pk=row)))
        return response
