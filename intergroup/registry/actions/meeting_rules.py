"""What a meeting must say so that somebody can attend it, and readers show it.

A rule is held against a meeting only where one of its fields was just written: what a
feed once said may stay as long as nobody touches it.
"""

import re
from collections.abc import Callable, Collection, Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.actions.payment_names import SERVICES, payment_name
from intergroup.registry.actions.providers import provider_of
from intergroup.registry.models import Group, Meeting

Blame = tuple[str, ValidationError]
Attendance = Meeting.Attendance
FEWEST = 10  # characters; tsml-ui drops a shorter telephone number

AT_A_DOOR = frozenset(
    (Attendance.IN_PERSON, Attendance.HYBRID, Attendance.ONLINE_FOR_NOW)
)
BY_LINK_OR_PHONE = frozenset((Attendance.ONLINE, Attendance.HYBRID))


def settle_meeting(meeting: Meeting, *, changed: Collection[str] | None = None) -> None:
    """Write telephone and payment names as readers accept them; refuse what is wrong.

    ``changed`` names the fields that were just written; None: all of them. The place
    may be unsaved. Raises ValidationError, keyed by the field to blame.
    """
    _raise(
        blame
        for names, rule in _RULES
        if changed is None or not names.isdisjoint(changed)
        for blame in rule(meeting)
    )


def settle_group(group: Group, *, changed: Collection[str] | None = None) -> None:
    """Write the payment names of a group as readers accept them, or refuse them."""
    _raise(
        blame
        for service in SERVICES
        if changed is None or service in changed
        for blame in _payment(group, service)
    )


def conference_number(text: str) -> str:
    """Return a telephone number as it is dialled: digits and ``+ , * #``.

    Raises ValidationError (``not_a_number`` or ``short_number``).
    """
    number = re.sub(r"[\s().\-\u2010-\u2013/]", "", text)
    if re.search(r"[^\d+,*#]", number, re.ASCII):
        raise ValidationError(
            _(
                "Write one number as it is dialled, such as +1 253 215 8782,,123456#. "
                "Words belong in “About the telephone”."
            ),
            code="not_a_number",
        )
    if 0 < len(number.replace("*", "")) < FEWEST:
        message = _("Write the whole number, with the country: +1 253 215 8782.")
        raise ValidationError(message, code="short_number")
    return number


def _raise(blames: Iterator[Blame]) -> None:
    errors: dict[str, ValidationError] = {}
    for field, error in blames:
        errors.setdefault(field, error)
    if errors:
        raise ValidationError(errors)


def _clock(meeting: Meeting) -> Iterator[Blame]:
    """A day has a time, and the other way round; by appointment has neither."""
    if meeting.day is None and meeting.weeks:
        yield "day", _wrong(_("Say on which day of those weeks."), "no_day")
    if meeting.day is None and meeting.time is not None:
        yield "day", _wrong(_("Say on which day, or leave the time empty."), "no_day")
    if meeting.day is not None and meeting.time is None:
        yield "time", _wrong(_("Say at what time it begins."), "no_time")


def _end(meeting: Meeting) -> Iterator[Blame]:
    if meeting.end_time is None:
        return
    if meeting.time is None:
        yield "time", _wrong(_("Say at what time it begins."), "no_time")
    elif meeting.end_time == meeting.time:
        sentence = _("It cannot end at the moment it begins.")
        yield "end_time", _wrong(sentence, "no_length")


def _door(meeting: Meeting) -> Iterator[Blame]:
    """Who is asked to come must be told where to."""
    place = meeting.location
    has_door = place is not None and place.address and not place.is_approximate
    if meeting.attendance in AT_A_DOOR and not has_door:
        sentence = _("People come here in person: choose a place with a street.")
        if meeting.attendance == Attendance.ONLINE_FOR_NOW:
            sentence = _("Choose the room that is closed now: it has a street.")
        yield "location", _wrong(sentence, "no_door")


def _way_in(meeting: Meeting) -> Iterator[Blame]:
    """Who is not asked to come must be told the link or the number."""
    link, number = meeting.conference_url, meeting.conference_phone
    if meeting.attendance in BY_LINK_OR_PHONE and not (link or number):
        sentence = _("Give the link, or the telephone number.")
        yield "conference_url", _wrong(sentence, "no_link")
    if meeting.attendance == Attendance.ONLINE_FOR_NOW and not link:
        yield "conference_url", _wrong(_("Give the link for now."), "no_link")
    if meeting.attendance == Attendance.PHONE and not number:
        sentence = _("Give the telephone number.")
        yield "conference_phone", _wrong(sentence, "no_number")


def _link(meeting: Meeting) -> Iterator[Blame]:
    if meeting.conference_url and not provider_of(meeting.conference_url):
        sentence = _(
            "The finders know no meeting service of this name, and would call the "
            "meeting inactive. A link of another kind belongs in “About the link”, "
            "or is the web site of the group."
        )
        yield "conference_url", _wrong(sentence, "not_a_provider")


def _number(meeting: Meeting) -> Iterator[Blame]:
    try:
        meeting.conference_phone = conference_number(meeting.conference_phone)
    except ValidationError as error:
        yield "conference_phone", error


def _payment(row: Meeting | Group, service: str) -> Iterator[Blame]:
    try:
        setattr(row, service, payment_name(service, getattr(row, service)))
    except ValidationError as error:
        yield service, error


def _rule_of(service: str) -> Callable[[Meeting], Iterator[Blame]]:
    return lambda meeting: _payment(meeting, service)


def _wrong(sentence: str, code: str) -> ValidationError:
    return ValidationError(sentence, code=code)


_WAYS = ("attendance", "conference_url", "conference_phone")
_RULES: tuple[tuple[frozenset[str], Callable[[Meeting], Iterator[Blame]]], ...] = (
    (frozenset(("day", "time", "weeks")), _clock),
    (frozenset(("time", "end_time")), _end),
    (frozenset(("attendance", "location")), _door),
    (frozenset(_WAYS), _way_in),
    (frozenset(("conference_url",)), _link),
    (frozenset(("conference_phone",)), _number),
    *((frozenset((each,)), _rule_of(each)) for each in SERVICES),
)
