"""Filters of the lists of service: what the body has today, and what is vacant."""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin


class OpenFilter(admin.SimpleListFilter):
    """Positions and committees the body has, and those it had."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("Open")), ("closed", _("Closed"))]

    def queryset(self, request, queryset):
        is_open = queryset.open_on(timezone.localdate()).values("pk")
        if self.value() == "open":
            return queryset.filter(pk__in=is_open)
        return queryset.exclude(pk__in=is_open) if self.value() else queryset


class SeatsFilter(admin.SimpleListFilter):
    """Positions with a vacant seat today, and those where somebody serves in each."""

    title = _("seats")
    parameter_name = "seats"

    def lookups(self, request, model_admin):
        return [("vacant", _("Some vacant")), ("filled", _("All filled"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "vacant":
            return queryset.open_on(today).filter(serving_count__lt=F("seats"))
        if self.value() == "filled":
            return queryset.open_on(today).filter(serving_count__gte=F("seats"))
        return queryset
