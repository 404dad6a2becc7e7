"""The packet of a hand-over: everything on paper, and nothing private."""

import logging
from datetime import date

import pytest
from django.urls import reverse

from service.actions.handing_on import give, leave_out, write_notes
from service.models import Handover
from service.views.handover.packet import packet_html
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    PersonFactory,
    PositionFactory,
)
from tests.service.handing_on.world import JUNE_20, handover


def html_of(made, *, large=False):
    found = Handover.objects.with_people().get(pk=made.pk)
    return packet_html(found, JUNE_20, large=large)


def private(first_name):
    """A person whose addresses nobody is to read."""
    return PersonFactory(
        first_name=first_name,
        phone="+1 309 555 0142",
        email=f"{first_name}.private@example.net".lower(),
    )


def test_it_says_from_whom_to_whom_and_when(db):
    made = handover(private("Tess"), private("Gail"))

    html = html_of(made)

    for said in ("Tess D.", "Gail D.", "June 30, 2026", "July 1, 2026", "Treasurer"):
        assert said in html


def test_it_says_what_the_position_does_and_how_it_rotates(db):
    position = PositionFactory(
        name="Treasurer",
        duties="Keeps the money.",
        email="treasurer@example.org",
        term_months=12,
        sobriety_months=36,
        most_terms=2,
        election_month=5,
    )
    PositionFactory(name="Alternate Treasurer", alternate_of=position)

    html = html_of(handover(PersonFactory(), position=position))

    for said in (
        "Keeps the money.",
        "treasurer@example.org",
        "A term is 1 year.",
        "It is elected in May.",
        "3 years of sobriety",
        "Alternate Treasurer",
    ):
        assert said in html


def test_the_list_has_boxes_days_notes_and_lines_for_initials(db, tess):
    made = handover(tess.person, titles=("Keys", "Binder", "Raffle drum"))
    keys, binder, drum = made.items.all()
    give(keys, by=tess, on=date(2026, 6, 18))
    write_notes(binder, "Under the stairs.", by=tess, on=JUNE_20)
    leave_out(drum, by=tess, on=JUNE_20)

    html = html_of(made)

    assert 'class="box full"></span>June 18, 2026' in html
    assert "Under the stairs." in html
    assert "there is none" in html
    assert html.count("initials</span>") == 2 * (2 + 3)  # two things, three free rows


def test_it_has_the_next_business_meetings_and_the_mailboxes_of_positions(db, tess):
    BodyFactory(email="area@example.org")
    BusinessMeetingFactory(held_on=date(2026, 6, 14), title="Already held")
    BusinessMeetingFactory(held_on=date(2026, 7, 12), title="Business meeting")
    PositionFactory(name="Chair", email="chair@example.org")
    PositionFactory(name="Closed", email="old@example.org", closed_on=date(2026, 1, 2))

    html = html_of(handover(tess.person))

    assert "July 12, 2026" in html
    assert "chair@example.org" in html
    assert "area@example.org" in html
    assert "Already held" not in html
    assert "old@example.org" not in html


def test_it_says_nothing_private(db):
    html = html_of(handover(private("Tess"), private("Gail")))

    assert "555" not in html
    assert "private@example.net" not in html


@pytest.mark.parametrize(("name", "is_told"), [("Treasurer", True), ("Chair", False)])
def test_whoever_has_the_money_is_told_of_the_treasurys_own_page(
    db, tess, name, is_told
):
    html = html_of(handover(tess.person, position=PositionFactory(name=name)))

    assert ("Opening page for the next treasurer" in html) is is_told


def test_with_nothing_known_it_is_still_a_paper_to_write_on(db, tess):
    html = html_of(handover(tess.person, titles=()))

    assert "nobody yet" in html
    assert "None is in the calendar yet." in html
    assert html.count("initials</span>") == 2 * 3


def test_what_a_closed_position_hands_on_goes_to_the_body(db, tess):
    archivist = PositionFactory(name="Archivist", closed_on=date(2026, 7, 1))

    html = html_of(handover(tess.person, position=archivist))

    assert "the body: the position is closed" in html


@pytest.mark.parametrize(
    ("query", "name"),
    [("", "handover-treasurer.pdf"), ("?print=large", "handover-treasurer-large.pdf")],
)
def test_it_is_a_pdf_in_which_nothing_is_wrong(client, tess, caplog, query, name):
    made = handover(tess.person, ends_on=date(2099, 1, 1))
    client.force_login(tess)

    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        answer = client.get(reverse("service:handover-packet", args=[made.pk]) + query)

    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert answer.content.startswith(b"%PDF-")
    assert caplog.records == []


def test_large_print_is_large(db, tess):
    made = handover(tess.person)

    assert "print-large.css" in html_of(made, large=True)
    assert "print-large.css" not in html_of(made)


def test_a_name_of_eighty_letters_is_printed(client, tess):
    position = PositionFactory(name="W" * 80)
    made = handover(tess.person, position=position, ends_on=date(2099, 1, 1))
    client.force_login(tess)

    answer = client.get(reverse("service:handover-packet", args=[made.pk]))

    assert answer.content.startswith(b"%PDF-")
