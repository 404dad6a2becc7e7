"""Elections in lists: of a meeting, of the office, on the desk."""

from datetime import date

import pytest
from django.urls import reverse

from intergroup.kit import desk
from service.actions import electing
from tests.factories import BusinessMeetingFactory, PositionFactory
from tests.service.electing.area import TODAY, ballot, election_of, stands
from tests.service.electing.web.table import address, look, words

ALL = reverse("service:elections")
LIST = reverse("admin:service_election_changelist")


def at(meeting, name, order, *names, **fields):
    position = PositionFactory(name=name, order=order)
    return election_of(*names, position=position, meeting=meeting, **fields)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory(held_on=date(2126, 10, 11))


def test_the_elections_of_a_meeting_stand_in_the_order_of_election(as_cal, meeting):
    at(meeting, "Treasurer", 40)
    at(meeting, "Chair", 10, "Ann", "Bob")
    at(None, "Archivist", 5)

    page = words(as_cal.get(ALL))

    told = [
        "Business meeting, Oct. 11, 2126",
        "Chair nominations open Ballot 1, among Ann D. and Bob D.",
        "Treasurer nominations open Nobody was nominated yet.",
        "Also open Archivist nominations open",
    ]
    places = [page.find(each) for each in told]
    assert -1 not in places
    assert places == sorted(places)


def test_elections_of_a_past_meeting_are_asked_for_by_its_address(as_cal, meeting):
    past = BusinessMeetingFactory(held_on=date(2025, 10, 12))
    held = at(past, "Chair", 10, "Ann")
    ballot(held, yes=20, no=10)
    electing.finish(held, on=TODAY, by=None)
    at(meeting, "Treasurer", 40)

    page = words(as_cal.get(ALL, {"meeting": past.pk}))

    assert "Chair elected: Ann D." in page
    assert "Also open Treasurer" in page


@pytest.mark.parametrize("asked", ["x", "999999", "9" * 30, "-1"])
def test_a_meeting_that_is_not_there_is_not_found(as_cal, asked):
    assert as_cal.get(ALL, {"meeting": asked}).status_code == 404


def test_without_elections_the_page_says_what_to_do(as_cal):
    page = words(as_cal.get(ALL))

    assert "No elections yet. Open the first one when a term ends" in page


def test_the_chair_goes_from_one_election_to_the_next(as_cal, meeting):
    treasurer = at(meeting, "Treasurer", 40)
    chair = at(meeting, "Chair", 10)
    at(None, "Archivist", 20)

    assert "Next election: Treasurer" in look(as_cal, chair)
    assert "Next election: Chair" in look(as_cal, treasurer)


def test_the_last_open_election_leads_to_no_next(as_cal, meeting):
    assert "Next election" not in look(as_cal, at(meeting, "Chair", 10))


def test_the_list_says_where_each_election_stands(as_cal):
    at(None, "Archivist", 1)
    ballot(at(None, "Chair", 2, "Ann", "Bob"), Ann=15, Bob=15)
    seated = at(None, "Secretary", 3, "Cy")
    ballot(seated, yes=20, no=10)
    electing.finish(seated, on=TODAY, by=None)
    electing.call_off(at(None, "Treasurer", 4), on=TODAY)

    rows = as_cal.get(LIST).context["cl"].result_list

    admin = as_cal.get(LIST).context["cl"].model_admin
    assert {str(each): admin.standing(each) for each in rows} == {
        "Archivist": "nominations open",
        "Chair": "ballot 1 counted",
        "Secretary": "elected: Cy D.",
        "Treasurer": "called off",
    }


@pytest.mark.parametrize(
    ("state", "shown"), [("open", 1), ("called-off", 1), ("elected", 0), ("", 2)]
)
def test_the_list_is_filtered_by_what_came_of_it(as_cal, state, shown):
    at(None, "Chair", 1)
    electing.call_off(at(None, "Treasurer", 2), on=TODAY)

    assert len(as_cal.get(LIST, {"state": state}).context["cl"].result_list) == shown


def test_a_row_of_the_list_leads_to_the_page_of_the_election(as_cal):
    election = at(None, "Chair", 1)

    row = reverse("admin:service_election_change", args=[election.pk])

    assert as_cal.get(row)["Location"] == address("", election)


def test_the_list_leads_to_opening_one(as_cal):
    page = as_cal.get(LIST).content.decode()

    assert reverse("service:election-open") in page
    assert as_cal.get(reverse("admin:service_election_add")).status_code == 403


@pytest.mark.parametrize("page", [ALL, LIST, reverse("desk")])
def test_lists_take_as_many_queries_for_five_elections_as_for_two(
    as_cal, meeting, page, django_assert_max_num_queries
):
    def counted():
        as_cal.get(page)
        with django_assert_max_num_queries(80) as found:
            as_cal.get(page)
        return len(found)

    for nth in range(2):
        ballot(at(meeting, f"Position {nth}", nth, "Ann", "Bob"), Ann=15, Bob=15)
    two = counted()
    for nth in range(2, 5):
        ballot(at(meeting, f"Position {nth}", nth, "Ann", "Bob"), Ann=15, Bob=15)

    assert counted() == two


def card(user):
    desk.discover()
    shown = {each.slug: html for each, html in desk.render(user, TODAY)}
    return shown.get("elections")


def test_the_desk_of_the_chair_has_the_open_elections_with_their_next_step(cal):
    election = at(None, "Chair", 1, "Ann", "Bob")

    html = card(cal)

    assert address("", election) in html
    assert "Ballot 1, among Ann D. and Bob D.: each voter writes one name." in html


def test_the_desk_says_that_a_seed_is_announced(cal):
    election = at(None, "Chair", 1, "Ann", "Bob")
    election.draws.create(seed="7", slips=[stands(election, "Ann").pk])

    assert "The seed is announced: draw." in card(cal)


def test_without_an_open_election_the_desk_is_silent(cal):
    electing.call_off(at(None, "Chair", 1), on=TODAY)

    assert card(cal) is None


def test_who_runs_no_election_has_no_card(tess):
    at(None, "Chair", 1)

    assert card(tess) is None
