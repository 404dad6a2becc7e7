"""The small pages on which the office takes a group through its life."""

from datetime import date, time

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from intergroup.registry.actions.living import STEPS
from intergroup.registry.models import ListingChange
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    MeetingFactory,
    PersonFactory,
)


@pytest.fixture
def hope(db):
    group = GroupFactory(number=12, name="Hope")
    person = PersonFactory(email="kim@example.com")
    GroupContactFactory(group=group, person=person)
    MeetingFactory(group=group, slug="hope", time=time(19))
    return group


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg has signed in."""
    client.force_login(reg)
    return client


def at(name, group):
    return reverse(f"registry:group-step-{name}", args=[group.pk])


def said(response):
    return " ".join(response.content.decode().split())


def test_a_group_offers_the_steps_of_its_status_and_no_bare_status(as_reg, hope):
    page = said(as_reg.get(reverse("admin:registry_group_change", args=[hope.pk])))

    offered = {name for name in STEPS if at(name, hope) in page}
    assert offered == {"pause", "say-closed", "close", "merge", "report-missing"}
    assert '<select name="status"' not in page
    assert reverse("registry:welcome-letter", args=[hope.pk]) in page


def test_a_pause_is_recorded_with_who_took_it_and_why(as_reg, hope, reg):
    data = {"paused_until": "2099-01-01", "reason": "Gail called."}

    page = said(as_reg.post(at("pause", hope), data, follow=True))

    hope.refresh_from_db()
    change = ListingChange.objects.get(field="status")
    assert "“12 Hope” is paused now." in page
    assert hope.paused_until == date(2099, 1, 1)
    assert (change.changed_by, change.reason, change.way) == (
        reg,
        "Gail called.",
        "office",
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("pause", {"paused_until": "2020-01-01"}, "A pause lasts until a later day."),
        ("close", {"closed_on": "2099-01-01"}, "That day has not come yet."),
        ("close", {"closed_on": "soon"}, "soon"),
        ("merge", {"merged_into": "0"}, "Select a valid choice"),
        ("say-closed", {"reason": " "}, "Say who told you, and when."),
        ("report-missing", {}, "Say when somebody went there"),
    ],
)
def test_a_broken_rule_is_a_sentence_and_what_was_typed_stays(
    as_reg, hope, name, data, sentence
):
    page = as_reg.post(at(name, hope), data)

    hope.refresh_from_db()
    assert sentence in said(page)
    assert hope.status == "active"


def test_closing_and_opening_again(as_reg, hope):
    as_reg.post(at("close", hope), {"closed_on": timezone.localdate().isoformat()})
    hope.refresh_from_db()
    closed = hope.status

    as_reg.post(at("reopen", hope))

    hope.refresh_from_db()
    assert (closed, hope.status) == ("inactive", "active")


def test_merging_names_the_other_group_on_the_page(as_reg, hope):
    other = GroupFactory(number=7, name="Seven")
    data = {"merged_into": other.pk, "meetings_move": "on"}

    as_reg.post(at("merge", hope), data)

    page = said(as_reg.get(at("unmerge", hope)))
    office = said(as_reg.get(reverse("admin:registry_group_change", args=[other.pk])))
    assert "merged into 7 Seven" in page
    assert "12 Hope" in office
    assert other.meetings.get().slug == "hope"


def test_a_group_that_is_said_to_have_closed_is_asked(as_reg, hope):
    as_reg.post(at("say-closed", hope), {"reason": "A neighbour wrote."})

    assert [each.to for each in mail.outbox] == [["kim@example.com"]]


def test_a_step_that_is_not_possible_says_so(as_reg, hope):
    shown = said(as_reg.get(at("resume", hope)))
    tried = said(as_reg.post(at("resume", hope)))

    assert "This step is not possible" in shown
    assert "“Meets again” is not possible now: “12 Hope” is active." in tried


def test_a_double_click_takes_a_step_once(as_reg, hope):
    html = as_reg.get(at("pause", hope)).content.decode()
    token = html.split('name="_once" value="')[1].split('"')[0]

    as_reg.post(at("pause", hope), {"_once": token})
    page = said(as_reg.post(at("pause", hope), {"_once": token}, follow=True))

    assert "nothing was recorded twice" in page


@pytest.mark.parametrize("name", STEPS)
def test_only_those_who_keep_the_register_take_steps(client, cal, hope, name):
    client.force_login(cal)

    assert client.get(at(name, hope)).status_code == 403
    assert client.post(at(name, hope), {"reason": "x"}).status_code == 403


@pytest.mark.parametrize("name", STEPS)
def test_every_step_has_a_page(as_reg, hope, name):
    assert as_reg.get(at(name, hope)).status_code == 200
    assert as_reg.get(f"/office/groups/99999/{name}/").status_code == 404
