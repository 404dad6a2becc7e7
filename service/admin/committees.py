"""Committees: what each is for, how to reach it, and the positions that sit in it."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.actions.closing import save_committee
from service.admin.states import OpenFilter
from service.models import Committee, Position

HELP = {
    "purpose": _("One or two sentences that somebody new understands."),
}


class PositionInline(admin.ReadOnlyMixin, admin.TabularInline):
    """The positions of a committee; each has its own page."""

    model = Position
    fields = ["name", "seats", "email", "closed_on"]
    show_change_link = True
    verbose_name_plural = _("positions in it")


@admin.register(Committee)
class CommitteeAdmin(admin.KeptMixin, admin.ExportAdmin):
    """What committees the body has, and had."""

    list_display = ["name", "purpose", "seats", "meets", "email"]
    list_filter = [OpenFilter]
    search_fields = ["name", "purpose"]
    search_help_text = _("Name or purpose")

    fieldsets = [
        (None, {"fields": ["name", "purpose"]}),
        (_("How to reach it"), {"fields": ["meets", "email"]}),
        (
            _("Closed"),
            {
                "fields": ["closed_on"],
                "description": _(
                    "A committee that is no longer needed is closed, and keeps its "
                    "history. Its positions are moved or closed first."
                ),
            },
        ),
    ]
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})}
    }
    inlines = [PositionInline]

    def get_queryset(self, request):
        """Return the committees, each with how many positions sit in it today."""
        here = Position.objects.open_on(timezone.localdate())
        count = models.Count("positions", filter=models.Q(positions__in=here))
        return super().get_queryset(request).annotate(position_count=count)

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002
        kwargs.setdefault("help_texts", HELP)
        return super().get_form(request, obj, change, **kwargs)

    def get_inlines(self, request, obj):
        """A new committee has no positions yet."""
        return self.inlines if obj else []

    @admin.display(description=_("positions"), ordering="position_count")
    def seats(self, committee):
        return committee.position_count

    def save_model(self, request, obj, form, change):
        save_committee(obj)
