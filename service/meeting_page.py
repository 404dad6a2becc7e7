"""What service pins to the page of a business meeting: its elections."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.kit.meeting_page import Part, part
from intergroup.registry.models import Body
from service.reports.elections.of_meeting import elections_of_meeting


@part("elections", title=gettext_lazy("Elections"), order=60)
def elections(meeting, user):
    """Tell how many elections the meeting has, and lead to them."""
    if not user.has_perm("service.view_election"):
        return None
    found = elections_of_meeting(meeting, today=Body.objects.today())
    count = len(found.elections) if found else 0
    told = ngettext("%s election.", "%s elections.", count) % count
    every = reverse("admin:service_election_changelist")
    links = [(_("Elections"), every)]
    if user.has_perm("service.add_election"):
        links.append((_("Open one"), reverse("service:election-open")))
    return Part((told,), tuple(links), is_done=True)
