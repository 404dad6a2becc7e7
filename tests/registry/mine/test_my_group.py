"""My group: for those who speak for it today, and for nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
    VerificationFactory,
)


def today():
    return timezone.localdate()


@pytest.fixture
def as_gail(client, gail):
    """A browser in which Gail, a representative, has signed in."""
    BodyFactory()
    DirectoryFactory()
    client.force_login(gail)
    return client


def represented(gail, number=12, **term):
    group = GroupFactory(number=number, name="Hope")
    hall = LocationFactory(name=f"Grange Hall {number}")
    MeetingFactory(group=group, location=hall)
    RepresentativeFactory(group=group, person=gail.person, **term)
    return group


def test_who_speaks_for_one_group_is_led_to_it(as_gail, gail):
    represented(gail)

    page = as_gail.get("/my-group/", follow=True)

    html = page.content.decode()
    assert page.redirect_chain == [("/my-group/12/", 302)]
    assert "Grange Hall 12" in html
    assert 'href="/groups/12/change/"' in html


def test_who_speaks_for_several_chooses(as_gail, gail):
    represented(gail, 12)
    represented(gail, 13, is_alternate=True)

    html = as_gail.get("/my-group/").content.decode()

    assert [f'href="/my-group/{n}/"' in html for n in (12, 13)] == [True, True]


def test_who_speaks_for_none_is_told_so(as_gail):
    assert "You speak for no group today" in as_gail.get("/my-group/").content.decode()


@pytest.mark.parametrize("way", ["/my-group/", "/my-group/12/", "/my-group/contact/"])
def test_nobody_gets_in_without_signing_in(client, db, way):
    assert client.get(way).status_code == 302
    assert "/account/login/" in client.get(way)["Location"]


def test_somebody_elses_group_is_not_found(as_gail, gail):
    represented(gail, 12)
    GroupFactory(number=13)

    pages = [
        as_gail.get("/my-group/13/"),
        as_gail.post("/my-group/13/right/"),
        as_gail.get("/my-group/99999999999999999999/"),
    ]

    assert [page.status_code for page in pages] == [404, 404, 404]


@pytest.mark.parametrize(("days_left", "status"), [(1, 200), (0, 404)])
def test_the_last_day_of_a_term_counts_and_the_next_does_not(
    as_gail, gail, days_left, status
):
    represented(gail, ends_on=today() + timedelta(days=days_left))

    assert as_gail.get("/my-group/12/").status_code == status
    said = as_gail.post("/my-group/12/right/").status_code
    assert said == (302 if status == 200 else 404)


def test_still_right_is_written_by_who_said_it(as_gail, gail):
    group = represented(gail)
    question = VerificationFactory(group=group)

    page = as_gail.post("/my-group/12/right/", follow=True)

    group.refresh_from_db()
    question.refresh_from_db()
    change = group.changes.get()
    assert group.verified_on == today()
    assert (change.way, change.changed_by) == ("verification", gail)
    assert question.answer == "right"
    assert "your listing is right" in page.content.decode()


def test_still_right_needs_a_post_and_looking_writes_nothing(as_gail, gail):
    group = represented(gail)

    as_gail.get("/my-group/12/")

    group.refresh_from_db()
    assert as_gail.get("/my-group/12/right/").status_code == 405
    assert group.verified_on is None


def test_a_double_click_is_written_once(as_gail, gail):
    group = represented(gail)
    html = as_gail.get("/my-group/12/").content.decode()
    token = html.split('name="_once" value="')[1].split('"')[0]

    as_gail.post("/my-group/12/right/", {"_once": token})
    page = as_gail.post("/my-group/12/right/", {"_once": token}, follow=True)

    assert "nothing was recorded twice" in page.content.decode()
    assert group.changes.count() == 1


def test_who_speaks_for_the_group_stands_there_until_when(as_gail, gail):
    group = represented(gail)
    other = PersonFactory(first_name="Ann", last_initial="B", email="ann@example.org")
    RepresentativeFactory(group=group, person=other, is_alternate=True)

    html = as_gail.get("/my-group/12/").content.decode()

    assert "Ann B." in html
    assert "(you)" in html
    assert "ann@example.org" not in html


def test_a_paused_group_is_shown_as_paused_without_the_button(as_gail, gail):
    group = represented(gail)
    type(group).objects.update(status="paused")

    html = as_gail.get("/my-group/12/").content.decode()

    assert "The register says of your group: Paused." in html
    assert "It is still right" not in html
    as_gail.post("/my-group/12/right/")
    group.refresh_from_db()
    assert group.verified_on is None


def test_a_group_hidden_for_its_age_is_told_so(as_gail, gail):
    represented(gail)
    DirectoryFactory._meta.model.objects.update(hide_months=6)

    html = as_gail.get("/my-group/12/").content.decode()

    assert "The public does not see your group at the moment" in html
    assert "Grange Hall 12" in html


def test_a_user_who_is_no_person_speaks_for_nobody(as_ada):
    assert "You speak for no group" in as_ada.get("/my-group/").content.decode()
    assert as_ada.get("/my-group/12/").status_code == 404
    assert as_ada.get("/my-group/contact/").status_code == 404
