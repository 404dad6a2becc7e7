"""Words that are held back from the public until somebody has looked at them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import admin
from intergroup.registry.actions.looking import look_over
from intergroup.registry.actions.looking.guarded import NAME
from intergroup.registry.models import Finding


class LookedOverMixin:
    """What is saved is looked over; what may be a person’s is told, and asked once."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tell_found(request, look_over([form.instance]))


def tell_found(request, found):
    """Say of new findings that they are hidden until somebody decides."""
    for each in found:
        sentence = _(
            "“%(words)s” may be a person’s. The public does not see it until somebody "
            "decides under “Words to look at”."
        )
        if each.field == NAME:
            sentence = _(
                "“%(words)s” in the name may be a person’s. Names are always shown: "
                "change it if it is."
            )
        admin.messages.warning(request, sentence % {"words": each.found})


@admin.register(Finding)
class FindingAdmin(admin.ReadOnlyMixin, admin.ModelAdmin):
    """What was found, where, and what was decided."""

    list_display = ["found", "kind", "meeting", "group", "location", "decision"]
    list_filter = ["decision", "kind"]
    list_select_related = ["meeting", "group", "location"]

    page_links = (
        admin.Link(
            gettext_lazy("Look at what waits"),
            "registry:words",
            "registry.change_finding",
        ),
    )
