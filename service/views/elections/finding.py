"""Who may see an election and who may run it, and the rows that an address names."""

import re
from collections.abc import Iterable

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from service.models import Election, Nomination

PAGE = "service:election"
RUNS = "service.change_election"
OPENS = "service.add_election"
_ID = re.compile("[0-9]{1,18}")
may_read = permission_required("service.view_election", raise_exception=True)
may_run = permission_required(["service.view_election", RUNS], raise_exception=True)
may_open = permission_required(["service.view_election", OPENS], raise_exception=True)


def find(pk: int) -> Election:
    """Return an election, or answer that there is none."""
    rows = Election.objects.select_related("position", "method", "meeting")
    return get_object_or_404(rows, pk=pk)


def find_nomination(election: Election, pk: int) -> Nomination:
    """Return a nomination of this election, or answer that there is none."""
    return get_object_or_404(election.nominations.select_related("person"), pk=pk)


def crumbs_of(election: Election | None = None) -> list[tuple[str, str]]:
    """Return the way to the page of an election, or to what lies behind it."""
    way = [(_("Elections"), reverse("service:elections"))]
    if election:
        way.append((title_of(election), reverse(PAGE, args=[election.pk])))
    return way


def title_of(election: Election) -> str:
    """Return “Election: Treasurer”."""
    return _("Election: %s") % election.position


def ids(sent: Iterable[str]) -> list[int]:
    """Return the ids among what a browser sent; what can be none is left out."""
    return [int(each) for each in sent if _ID.fullmatch(each)]
