"""What one tap writes: a group answers, an officer, a guest; they leave, come back."""

import re

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from intergroup.business.actions import rollcall
from intergroup.business.models import Attendee, BusinessMeeting
from intergroup.business.servants import Servant, serving_on
from intergroup.business.views.rollcall.finding import (
    back_to_roll,
    find,
    may_call,
    number_of,
    write_once,
)
from intergroup.business.views.rollcall.page import GuestForm, show
from intergroup.kit import admin
from intergroup.kit.rules import show_rule
from intergroup.registry.models import Body, Group, Person

TAP = re.compile(
    r"(?P<act>here|left|back|undo)-(?P<group>\d{1,18})(-(?P<person>\d{1,18}))?"
)


@require_POST
@never_cache
@login_required
@may_call
def group(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what was tapped: ``tap`` is “here-GROUP-PERSON”, “left-GROUP” and so on."""
    meeting = find(pk)
    tap = TAP.fullmatch(request.POST.get("tap", ""))
    if tap is None:
        raise Http404(request.POST.get("tap"))
    of = get_object_or_404(Group, pk=tap["group"])
    anchor = ""
    with admin.rules_shown(request):
        _tap(meeting, of, tap)
        anchor = f"g{of.number}"
    return back_to_roll(request, meeting, anchor)


def _tap(meeting: BusinessMeeting, group: Group, tap: re.Match) -> None:
    if tap["act"] == "here":
        person = get_object_or_404(Person, pk=tap["person"]) if tap["person"] else None
        today = Body.objects.today()
        rollcall.call_group(meeting, group, person=person, today=today)
    elif tap["act"] == "undo":
        rollcall.take_back_group(meeting, group)
    else:
        row = meeting.roll.filter(group=group).first()
        _mark(row, tap["act"])


def _mark(row: object, act: str) -> None:
    """Mark a row, unless somebody else has taken it back meanwhile."""
    if row is None:
        told = _("Somebody has taken this back meanwhile: look again.")
        raise ValidationError(told, code="taken_back")
    (rollcall.mark_left if act == "left" else rollcall.mark_back)(row)


@require_POST
@never_cache
@login_required
@may_call
def officer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write that somebody who serves is here, has left, is back, or is not here."""
    meeting, act = find(pk), request.POST.get("act", "")
    anchor = ""
    with admin.rules_shown(request):
        if act in {"here", "listens"}:
            servant = _servant(meeting, request)
            rollcall.call_officer(meeting, servant, is_listening=act == "listens")
        else:
            _change(meeting, request, act)
        anchor = "officers"
    return back_to_roll(request, meeting, anchor)


def _servant(meeting: BusinessMeeting, request: HttpRequest) -> Servant:
    wanted = request.POST.get("office"), request.POST.get("person")
    for each in serving_on(meeting.held_on):
        if (each.office, str(each.person.pk)) == wanted:
            return each
    raise Http404(wanted)


def _change(meeting: BusinessMeeting, request: HttpRequest, act: str) -> None:
    row = meeting.attendees.filter(pk=number_of(request.POST.get("row"))).first()
    if act == "undo":
        if row:
            rollcall.take_back_attendee(row)
    elif act in {"left", "back"}:
        _mark(row, act)
    else:
        raise Http404(act)


@require_POST
@never_cache
@login_required
@may_call
def observers(request: HttpRequest, pk: int) -> HttpResponse:
    """Count one observer more or fewer, take a guest back, or write one down."""
    meeting, act = find(pk), request.POST.get("act", "")
    if act in {"more", "fewer"}:
        more = 1 if act == "more" else -1
        write_once(request, lambda: rollcall.count_observers(meeting, more=more))
    elif act == "undo":
        _take_back(meeting, request)
    else:
        return _add(request, meeting)
    return back_to_roll(request, meeting, "observers")


def _take_back(meeting: BusinessMeeting, request: HttpRequest) -> None:
    guests = meeting.attendees.filter(kind=Attendee.Kind.OBSERVER)
    if row := guests.filter(pk=number_of(request.POST.get("row"))).first():
        rollcall.take_back_attendee(row)


def _add(request: HttpRequest, meeting: BusinessMeeting) -> HttpResponse:
    form = GuestForm(request.POST)
    if form.is_valid():
        guest, about = form.save(commit=False), form.cleaned_data["about"]
        try:
            write_once(
                request, lambda: rollcall.add_observer(meeting, guest, office=about)
            )
        except ValidationError as error:
            show_rule(form, error, {"office": "about"})
    if form.errors:
        return show(request, meeting, guest=form)
    return back_to_roll(request, meeting, "observers")
