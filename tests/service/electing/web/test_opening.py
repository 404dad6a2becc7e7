"""Opening an election: everything proposed, everything changeable, once."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit.dates import add_months
from service.models import Election
from tests.factories import BusinessMeetingFactory, PositionFactory, TermFactory
from tests.service.electing.area import election_of, method
from tests.service.electing.web.table import said, words

CHOOSE = reverse("service:election-open")


def for_position(position):
    return reverse("service:election-open-for", args=[position.pk])


def typed(**fields):
    usual = {"method": method().pk, "seats": 1, "begins_on": "2127-01-01"}
    return usual | fields


def test_the_form_proposes_what_can_be_known(as_cal):
    held_on = add_months(timezone.localdate(), 1)
    meeting = BusinessMeetingFactory(held_on=held_on)
    ends_on = add_months(timezone.localdate(), 3)
    position = PositionFactory(term_months=24)
    TermFactory(position=position, ends_on=ends_on)

    form = as_cal.get(for_position(position)).context["form"]

    assert form.initial | {"method": form.initial["method"].name} == {
        "seats": 1,
        "meeting": meeting,
        "method": "Third Legacy",
        "begins_on": ends_on,
        "ends_on": add_months(ends_on, 24),
        "is_remainder": False,
    }


def test_what_is_proposed_is_opened_by_one_button(as_cal, cal):
    position = PositionFactory(name="Secretary")
    page = as_cal.get(for_position(position))
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    sent = {k: getattr(v, "pk", v) for k, v in shown.items() if v not in (None, False)}

    answer = as_cal.post(for_position(position), sent)

    election = Election.objects.get()
    assert said(answer) == ["Nominations for Secretary are open."]
    assert (election.opened_on, election.recorded_by) == (timezone.localdate(), cal)


def test_a_term_that_the_address_names_goes_before_what_is_proposed(as_cal):
    meeting = BusinessMeetingFactory(held_on=add_months(timezone.localdate(), 1))
    later = BusinessMeetingFactory(held_on=add_months(timezone.localdate(), 2))
    position = PositionFactory()
    asked = {
        "meeting": later.pk,
        "begins_on": "2127-03-01",
        "ends_on": "2128-01-01",
        "is_remainder": "on",
    }

    page = as_cal.get(for_position(position), asked)

    form = page.context["form"]
    shown = {name: str(form[name].value()) for name in asked}
    assert shown == {**asked, "meeting": str(later.pk), "is_remainder": "True"}
    assert form.fields["meeting"].queryset.count() == 2
    assert meeting.pk != later.pk


def test_what_is_to_be_elected_leads_to_its_form_filled_in(as_cal):
    meeting = BusinessMeetingFactory(held_on=date(2126, 10, 13))
    position = PositionFactory(name="Archivist")
    page = as_cal.get(reverse("service:to-elect")).content.decode()
    (asked,) = re.findall(rf'"({for_position(position)}[^"]*)"', page)

    form = as_cal.get(unescape(asked)).context["form"]

    assert (form["meeting"].value(), form["begins_on"].value()) == (
        str(meeting.pk),
        "2126-10-13",
    )


def test_the_position_can_be_chosen_or_named_in_the_address(as_cal):
    chair = PositionFactory(name="Chair")
    PositionFactory(name="Gone", closed_on=date(2020, 1, 1))

    page = words(as_cal.get(CHOOSE))
    chosen = words(as_cal.get(CHOOSE, {"position": chair.pk}))

    assert "Open an election" in page
    assert "Open an election: Chair" in chosen
    assert "Gone" not in as_cal.get(CHOOSE).content.decode()


@pytest.mark.parametrize("position", ["", "0", "999999", "9" * 30, "chair"])
def test_a_position_that_is_none_is_asked_for_again(as_cal, position):
    answer = as_cal.get(CHOOSE, {"position": position})

    assert answer.status_code == 400
    assert list(answer.context["choosing"].errors) == ["position"]


def test_no_election_is_opened_to_a_closed_position(as_cal):
    position = PositionFactory(closed_on=date(2020, 1, 1))

    assert as_cal.get(for_position(position)).status_code == 404


@pytest.mark.parametrize(
    ("fields", "box"),
    [
        ({"seats": "0"}, "__all__"),
        ({"seats": "-1"}, "seats"),
        ({"seats": "9" * 30}, "seats"),
        ({"seats": "2"}, "method"),
        ({"method": ""}, "method"),
        ({"method": "999999"}, "method"),
        ({"meeting": "x"}, "meeting"),
        ({"begins_on": "soon"}, "begins_on"),
        ({"begins_on": ""}, "begins_on"),
        ({"ends_on": "2126-01-01"}, "__all__"),
    ],
)
def test_what_cannot_be_is_said_beside_its_box_and_nothing_is_lost(as_cal, fields, box):
    position = PositionFactory(seats=2)

    answer = as_cal.post(for_position(position), typed(**fields))

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (400, [box])
    ((name, value),) = fields.items()
    assert form[name].value() == value
    assert not Election.objects.exists()


def test_two_elections_for_the_same_day_are_not_open_at_once(as_cal):
    election = election_of("Ann")

    sent = typed(begins_on=election.begins_on.isoformat())
    answer = as_cal.post(for_position(election.position), sent)

    told = "An election to this position for this day is open already."
    assert told in words(answer)
    assert Election.objects.count() == 1


def test_a_double_click_opens_one(as_cal):
    position = PositionFactory()
    page = as_cal.get(for_position(position)).content.decode()
    token = page.split('name="_once" value="')[1].split('"')[0]

    for begins_on in ("2127-01-01", "2127-02-01"):
        as_cal.post(for_position(position), typed(begins_on=begins_on, _once=token))

    assert Election.objects.count() == 1


def test_the_page_of_a_position_leads_to_it(as_cal):
    position = PositionFactory()
    closed = PositionFactory(closed_on=date(2020, 1, 1))

    pages = [
        as_cal.get(
            reverse("admin:service_position_change", args=[each.pk])
        ).content.decode()
        for each in (position, closed)
    ]

    assert for_position(position) in pages[0]
    assert for_position(closed) not in pages[1]
