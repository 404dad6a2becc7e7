"""The page of the roll, as Sam the secretary taps on it."""

from datetime import date

import pytest
from django.urls import reverse

from intergroup.business.models import Attendance
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
)

LONG_AGO = date(2025, 1, 1)


@pytest.fixture
def meeting(db):
    return BusinessMeetingFactory()


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope", registered_on=LONG_AGO)


@pytest.fixture
def gail(hope):
    person = PersonFactory(first_name="Gail")
    RepresentativeFactory(group=hope, person=person, began_on=LONG_AGO)
    return person


@pytest.fixture
def clerk(db):
    position = PositionFactory(name="Clerk", has_vote=True)
    person = PersonFactory(first_name="Cleo")
    return TermFactory(position=position, person=person, began_on=LONG_AGO).person


def address(name, meeting):
    return reverse(f"business:{name}", args=[meeting.pk])


def tap(client, meeting, what, **also):
    """Tap on a button of a group; return the page that follows."""
    data = {"tap": what, **also}
    return client.post(address("roll-group", meeting), data, follow=True)


def officer(client, meeting, act, **data):
    data = {"act": act, **data}
    return client.post(address("roll-officer", meeting), data, follow=True)


def page(client, meeting, **query):
    return client.get(address("roll", meeting), query).content.decode()


def test_a_group_has_a_button_for_each_who_may_speak_for_it(
    as_sam, meeting, hope, gail
):
    html = page(as_sam, meeting)

    assert "There is no quorum yet: 0 of 1 groups are here, 1 is needed." in html
    assert f'value="here-{hope.pk}-{gail.pk}">Gail D. <small>GSR</small>' in html


def test_a_tap_answers_for_the_group_and_leads_back_to_its_row(
    as_sam, meeting, hope, gail
):
    answer = as_sam.post(
        address("roll-group", meeting), {"tap": f"here-{hope.pk}-{gail.pk}", "q": "12"}
    )

    assert answer["Location"] == f"{address('roll', meeting)}?q=12#g12"
    html = page(as_sam, meeting)
    assert "There is a quorum: 1 of 1 groups is here, 1 is needed." in html
    assert "✓ Gail D." in html


def test_a_refused_tap_says_why(as_sam, meeting, hope, gail):
    meeting.attendees.create(office="Chair", person=gail, has_vote=True)

    answer = tap(as_sam, meeting, f"here-{hope.pk}-{gail.pk}")

    told = "Gail D. votes here as Chair already, and nobody has two votes."
    assert told in answer.content.decode()
    assert not Attendance.objects.exists()


def test_who_is_busy_elsewhere_is_no_button(as_sam, meeting, hope, gail):
    meeting.attendees.create(office="Chair", person=gail, has_vote=True)

    html = page(as_sam, meeting)

    assert f"here-{hope.pk}-{gail.pk}" not in html
    assert "Gail D. votes as Chair." in html


def test_a_group_leaves_comes_back_and_is_taken_back(as_sam, meeting, hope):
    left = []
    for act in ("here", "left", "back"):
        tap(as_sam, meeting, f"{act}-{hope.pk}")
        left.append(meeting.roll.get().has_left)

    tap(as_sam, meeting, f"undo-{hope.pk}")

    assert left == [False, True, False]
    assert not meeting.roll.exists()


def test_a_row_that_somebody_else_has_taken_back_is_a_sentence(as_sam, meeting, hope):
    answer = tap(as_sam, meeting, f"left-{hope.pk}")

    assert "Somebody has taken this back meanwhile" in answer.content.decode()


@pytest.mark.parametrize("what", ["", "here", "here-x", "burn-1", "here-999999"])
def test_a_tap_on_nothing_is_not_found(as_sam, meeting, what):
    assert tap(as_sam, meeting, what).status_code == 404


def test_groups_are_found_by_number_or_name_and_by_not_being_called(
    as_sam, meeting, hope
):
    GroupFactory(number=5, name="Early Birds")
    tap(as_sam, meeting, f"here-{hope.pk}")

    for query, shown in [
        ({"q": "hope fri"}, [12]),
        ({"q": "5"}, [5]),
        ({"show": "waiting"}, [5]),
        ({"q": "zzz"}, []),
    ]:
        html = page(as_sam, meeting, **query)
        found = [n for n in (5, 12) if f'id="g{n}" role' in html]
        assert found == shown


def test_a_register_without_groups_says_what_to_do(as_sam, meeting):
    html = page(as_sam, meeting)

    assert "No groups are in the register yet." in html
    assert "No group is on the roll yet" in html


def test_an_officer_is_called_with_the_vote_of_the_position(as_sam, meeting, clerk):
    officer(as_sam, meeting, "here", office="Clerk", person=clerk.pk)

    row = meeting.attendees.get()
    assert (row.office, row.person, row.has_vote) == ("Clerk", clerk, True)


def test_an_officer_leaves_comes_back_and_is_taken_back(as_sam, meeting, clerk):
    row = meeting.attendees.create(office="Clerk", person=clerk, has_vote=True)
    left = []
    for act in ("left", "back"):
        officer(as_sam, meeting, act, row=row.pk)
        left.append(meeting.attendees.get().has_left)

    officer(as_sam, meeting, "undo", row=row.pk)

    assert left == [True, False]
    assert not meeting.attendees.exists()


def test_who_speaks_for_a_group_is_here_as_an_officer_without_a_vote(
    as_sam, meeting, hope, clerk
):
    meeting.roll.create(group=hope, person=clerk)

    assert "Speaks for 12 Friday Hope, and has its vote." in page(as_sam, meeting)
    officer(as_sam, meeting, "listens", office="Clerk", person=clerk.pk)
    assert not meeting.attendees.get().has_vote


def test_observers_are_counted_and_written_down(as_sam, meeting):
    send = address("roll-observers", meeting)
    for act in ("more", "more", "fewer"):
        as_sam.post(send, {"act": act})
    guest = {
        "act": "add",
        "first_name": "Ola",
        "last_initial": "B",
        "about": "District 4",
    }

    as_sam.post(send, guest)

    html = page(as_sam, meeting)
    assert "2 observers" in html
    assert "Ola B." in html


def test_a_guest_with_a_surname_comes_back_with_what_was_typed(as_sam, meeting):
    guest = {"act": "add", "first_name": "Ola Berg", "about": "District 4"}

    answer = as_sam.post(address("roll-observers", meeting), guest)

    assert answer.status_code == 400
    assert "Write one first name only" in answer.content.decode()
    assert 'value="District 4"' in answer.content.decode()


def test_the_meeting_is_opened_counted_and_closed(as_sam, meeting, hope):
    tap(as_sam, meeting, f"here-{hope.pk}")
    opened = {"act": "open", "by": "Chair"}
    as_sam.post(address("roll-open", meeting), opened)
    as_sam.post(address("roll-quorum", meeting))
    again = as_sam.post(address("roll-open", meeting), opened, follow=True)

    as_sam.post(address("roll-open", meeting), {"act": "close", "by": "Clerk"})

    meeting.refresh_from_db()
    assert (meeting.opened_by, meeting.closed_by) == ("Chair", "Clerk")
    assert meeting.quorum_counts.get().has_quorum
    assert "Somebody else has written that down already." in again.content.decode()


@pytest.mark.parametrize("count", [3, 30])
def test_the_page_takes_as_many_queries_for_thirty_groups_as_for_three(
    as_sam, meeting, django_assert_max_num_queries, count
):
    for _each in range(count):
        RepresentativeFactory(group=GroupFactory(), began_on=LONG_AGO)

    with django_assert_max_num_queries(36):
        page(as_sam, meeting)
