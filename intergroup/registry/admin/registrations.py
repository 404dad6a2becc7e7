"""What groups sent by the public forms: a list, and the way to the page of each."""

from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import Registration


class WaitingFilter(admin.SimpleListFilter):
    """Forms that somebody has to decide, and kits that somebody has to send."""

    title = _("to do")
    parameter_name = "to_do"

    def lookups(self, request, model_admin):
        return [("decide", _("To decide")), ("kit", _("Starter kit to send"))]

    def queryset(self, request, queryset):
        if self.value() == "decide":
            return queryset.waiting()
        if self.value() == "kit":
            accepted = queryset.filter(state=Registration.State.ACCEPTED)
            return accepted.filter(is_kit_wanted=True, kit_sent_on__isnull=True)
        return queryset


@admin.register(Registration)
class RegistrationAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """Forms to decide, the oldest first, and those decided, the latest first."""

    list_display = ["about", "kind", "state", "sent", "waits_for", "decided"]
    list_filter = [WaitingFilter, "state", "kind", "relation"]
    list_select_related = ["group"]
    search_fields = ["=group__number", "group__name"]
    search_help_text = _("Number or name of the group")

    page_links = (
        admin.Link(
            _("Starter kits to send"),
            "registry:starter-kits",
            "registry.change_registration",
        ),
    )

    def get_queryset(self, request):
        """Return the forms, each with its turn: what waits comes first."""
        is_waiting = When(state__in=Registration.WAITING, then=Value(0))
        turn = Case(is_waiting, default=Value(1), output_field=IntegerField())
        return Registration.objects.annotate(turn=turn)

    def get_ordering(self, request):
        """Put what waits in front, the oldest first; then the latest decided."""
        return ["turn", "-decided_at", "sent_at"]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """Lead to the page of the form; there is no bare one."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        return redirect("registry:registration", row.pk)

    @admin.display(description=_("group"), ordering="group__name")
    def about(self, row):
        return row.group or row.proposed.get("group", {}).get("name", "")

    @admin.display(description=_("sent on"), ordering="sent_at")
    def sent(self, row):
        return timezone.localdate(row.sent_at)

    @admin.display(description=_("decided on"), ordering="decided_at", empty_value="")
    def decided(self, row):
        return timezone.localdate(row.decided_at) if row.decided_at else None

    @admin.display(description=_("waits for"), empty_value="")
    def waits_for(self, row):
        if row.state not in Registration.WAITING:
            return None
        days = (timezone.localdate() - timezone.localdate(row.sent_at)).days
        if not days:
            return gettext("since today")
        return ngettext("%s day", "%s days", days) % days
