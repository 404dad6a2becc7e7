"""Papers for new groups: the welcome letter, packing lists, and kits sent on a day."""

from datetime import date, time

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from intergroup.kit import pages
from intergroup.registry.actions.registering.deciding import accept
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    MeetingFactory,
)
from tests.registry.registering.sent import DECIDED_AT, MAY_4, new_group

KITS = reverse("registry:starter-kits")
LISTS = reverse("registry:starter-kit-lists")


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg has signed in."""
    client.force_login(reg)
    return client


@pytest.fixture
def kit(reg):
    sent = new_group(is_kit_wanted=True, kit_address="1 Elm St\nSpringfield")
    return accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=reg)


def letter(group, words=""):
    context = pages.context(
        group=group, today=MAY_4, meetings=group.meetings.listed(), letter=words
    )
    html = render_to_string("registry/print/welcome.html", context)
    return " ".join(html.split())


def test_the_letter_says_the_number_and_to_write_it_on_everything(db):
    BodyFactory(calls_representative="IGR")
    group = GroupFactory(number=42, name="Hope", pending_until=date(2026, 6, 3))
    MeetingFactory(group=group, name="Friday Hope", time=time(19, 30))

    html = letter(group)

    assert '<span class="figure-amount">42</span>' in html
    assert "Please write it on all correspondence" in html
    assert "(yours until June 3, 2026)" in html
    assert "its IGR, who comes to our business meetings" in html
    assert "it is voluntary" in html
    assert "7:30 p.m." in html


def test_a_body_has_its_own_words(db):
    html = letter(GroupFactory(number=42), "Dear friends,\n\nyou are here.")

    assert "<p>Dear friends,</p> <p>you are here.</p>" in html
    assert "voluntary" not in html
    assert "Please write it on all correspondence" in html


def test_the_letter_is_a_pdf_for_those_who_keep_the_register(client, reg, cal):
    address = reverse("registry:welcome-letter", args=[GroupFactory(number=42).pk])
    client.force_login(cal)
    closed = client.get(address)
    client.force_login(reg)
    paper = client.get(address)

    assert closed.status_code == 403
    assert paper.content.startswith(b"%PDF-")
    assert 'filename="welcome-42.pdf"' in paper["Content-Disposition"]
    assert "no-store" in paper["Cache-Control"]


def test_a_kit_is_packed_from_the_bodys_own_list(as_reg, kit):
    DirectoryFactory(starter_kit="Basic text\n\n12 key tags\n")

    page = as_reg.get(KITS)

    assert page.context["things"] == ["Basic text", "12 key tags"]
    assert "1 Elm St<br>Springfield" in page.content.decode()


@pytest.mark.parametrize("query", ["", "?form={}"])
def test_packing_lists_are_a_pdf(as_reg, kit, query):
    paper = as_reg.get(LISTS + query.format(kit.pk))

    assert paper.content.startswith(b"%PDF-")


@pytest.mark.parametrize("wanted", ["0", "x", "-1", "9" * 30])
def test_a_packing_list_that_is_not_there_is_not_found(as_reg, kit, wanted):
    assert as_reg.get(f"{LISTS}?form={wanted}").status_code == 404


def test_a_kit_that_went_out_waits_no_more(as_reg, kit):
    page = as_reg.post(KITS, {"form": [kit.pk, "x"]}, follow=True)
    again = as_reg.post(KITS, {"form": [kit.pk]}, follow=True)

    kit.refresh_from_db()
    assert kit.kit_sent_on is not None
    assert "The kit for “1 Hope” went out today." in page.content.decode()
    assert "Choose the kits that went out today." in again.content.decode()
    assert "No starter kit waits to be sent." in again.content.decode()


def test_kits_and_their_addresses_are_for_those_who_decide(client, cal, kit):
    client.force_login(cal)

    assert [client.get(each).status_code for each in (KITS, LISTS)] == [403, 403]
