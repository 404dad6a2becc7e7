"""Which group is it? Found by its number or by its name."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.texts import tidy
from intergroup.registry.models import Directory, Group
from intergroup.registry.views.sending import guarding

MOST = 50
LONGEST = 100
LONGEST_NUMBER = 9  # figures
CHOSEN_FROM = (*Group.PUBLISHED, Group.Status.PAUSED, Group.Status.MISSING)


@dataclass(frozen=True, slots=True)
class Found:
    """The groups that were found, by number, and whether there are more."""

    groups: list[Group]
    has_more: bool


@guarding.for_everybody
@guarding.while_open
def choose(request: HttpRequest) -> HttpResponse:
    """Search the groups, and lead to the forms about one."""
    if request.method == "POST":
        return guarding.refuse(request, "method", 405)
    words = _words(request.GET.get("q", ""))
    return guarding.show(
        request,
        "public/registering/choose.html",
        title=_("Which group is it?"),
        words=words,
        found=_found(words),
    )


def _words(text: str) -> str:
    try:
        return " ".join(tidy(text[:LONGEST]).split())
    except ValidationError:
        return ""


def _found(words: str) -> Found | None:
    """Return what was found; None where nobody asked for anything."""
    is_public = Directory.objects.current().is_published
    if not words:
        return None
    groups = Group.objects.filter(_meant(words, in_full=not is_public))
    rows = list(groups.filter(status__in=CHOSEN_FROM).order_by("number")[: MOST + 1])
    return Found(rows[:MOST], len(rows) > MOST)


def _meant(words: str, *, in_full: bool) -> Q:
    """A directory that is not public is not read through this page either."""
    meant = Q(name__iexact=words) if in_full else Q(name__icontains=words)
    number = words.removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER:
        meant |= Q(number=int(number))
    return meant
