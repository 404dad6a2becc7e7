"""The pages of the admin: a broken rule comes back as a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.contrib.admin import TabularInline as DjangoTabularInline
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import DateField, Model, TimeField, URLField
from django.db.models import Field as ModelField
from django.forms import Field, ModelForm
from django.http import HttpRequest, HttpResponse

from intergroup.kit import once
from intergroup.kit.admin.links import LinksMixin
from intergroup.kit.admin.rows import RowActionsMixin
from intergroup.kit.dates import DayFormField, TimeFormField
from intergroup.kit.rules import show_rule

LINKS = {URLField: {"assume_scheme": "https"}}
BOXES = {DateField: DayFormField, TimeField: TimeFormField}


@contextmanager
def rules_shown(request: HttpRequest) -> Iterator[None]:
    """Turn a broken rule into a red message instead of a server error."""
    try:
        yield
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)


class PlainBoxesMixin:
    """Boxes read what people type: a day, a time, an address without https."""

    formfield_overrides = LINKS

    def formfield_for_dbfield(
        self, db_field: ModelField, request: HttpRequest, **kwargs: object
    ) -> Field | None:
        if box := BOXES.get(type(db_field)):
            kwargs.setdefault("form_class", box)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ModelAdmin(PlainBoxesMixin, LinksMixin, RowActionsMixin, DjangoModelAdmin):
    """The base of every admin class: a broken rule comes back as a sentence."""

    list_per_page = 50
    show_full_result_count = False
    save_on_top = False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """Show the form, or save it; what is added is recorded once."""
        page = (object_id, form_url, extra_context)
        if request.method != "POST" or object_id:
            return self._corrigible(request, *page)
        with transaction.atomic():
            if not once.spend(request):
                once.say_so(request)
                return self.response_post_save_add(request, None)
            response = self._corrigible(request, *page)
            if "adminform" in (getattr(response, "context_data", None) or {}):
                once.give_back(request)
            return response

    def _corrigible(self, request: HttpRequest, *page: object) -> HttpResponse:
        """Where an action refuses, show the form again as it was typed.

        The refused attempt has been rolled back by the admin’s own transaction.
        """
        try:
            return super().changeform_view(request, *page)
        except ValidationError as error:
            request.broken_rule = error
            return super().changeform_view(request, *page)

    def get_form(
        self,
        request: HttpRequest,
        obj: Model | None = None,
        change: bool = False,  # noqa: FBT001, FBT002 (Django’s own signature)
        **kwargs: object,
    ) -> type[ModelForm]:
        """Return the form, which carries the sentence of a rule broken just before."""
        form = super().get_form(request, obj, change, **kwargs)
        error = getattr(request, "broken_rule", None)
        return form if error is None else _carrying(form, error)

    def told(self, request: HttpRequest, obj: Model) -> str | None:
        """Return what to say once the row is saved; None leaves it to Django."""
        return None

    def response_add(
        self, request: HttpRequest, obj: Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        request.told = self.told(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        request.told = self.told(request, obj)
        return super().response_change(request, obj)

    def message_user(
        self, request: HttpRequest, message: str, *args: object, **kwargs: object
    ) -> None:
        """Say the app’s own sentence in the place of Django’s, where there is one."""
        said = getattr(request, "told", None) or message
        super().message_user(request, said, *args, **kwargs)


def _carrying(form: type[ModelForm], error: ValidationError) -> type[ModelForm]:
    """Return the form with an error beside its field, or on top of the page."""

    def clean(self: ModelForm) -> dict[str, object] | None:
        cleaned = super(carrying, self).clean()
        show_rule(self, error)
        return cleaned

    carrying = type(form.__name__, (form,), {"clean": clean})
    return carrying


class TabularInline(PlainBoxesMixin, DjangoTabularInline):
    """Rows of an owned part, with a label on every box."""

    extra = 0
