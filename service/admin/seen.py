"""On the page of a position, and of the policy: what everybody reads of it."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.models import Policy
from service.publishing import Censor
from service.reports.opportunities import opportunities

SEEN = (_("What everybody reads"), {"fields": ["seen"]})


class SeenMixin:
    """Shows below the form where the row stands for everybody, and what is held back.

    ``seen_values`` returns what its template says of the row.
    """

    seen_template = ""

    def seen_values(self, obj):
        return {}

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        return [*found, SEEN] if obj else found

    def get_readonly_fields(self, request, obj=None):
        found = super().get_readonly_fields(request, obj)
        return [*found, "seen"] if obj else found

    @admin.display(description=_("open positions"))
    def seen(self, obj):
        is_public = Policy.objects.current().is_public
        values = {"is_public": is_public, **self.seen_values(obj)}
        return render_to_string(self.seen_template, values)


class PositionSeenMixin(SeenMixin):
    """Whether a position is on the page of open positions, and what is not of it."""

    seen_template = "service/office/position_seen.html"

    def seen_values(self, obj):
        report = opportunities(timezone.localdate())
        there = [each for each in (*report.now, *report.soon) if each.pk == obj.pk]
        return {"openings": there, "held": Censor().held(obj), "position": obj}


class PolicySeenMixin(SeenMixin):
    """Where open positions are on the web, and what of the invitation is not."""

    seen_template = "service/office/policy_seen.html"

    def seen_values(self, obj):
        return {"held": Censor().held_of_policy(obj)}
