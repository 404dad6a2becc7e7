"""Script in every text, names of eighty letters, a motion of five thousand words."""

import io
import logging
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.business.actions.minutes import begin_minutes
from intergroup.business.carrying_home import _html as sheets_html
from intergroup.business.carrying_home import sheets, sheets_pdf
from intergroup.business.models import (
    ActionItem,
    AgendaItem,
    Event,
    GroupBallot,
    Guideline,
    MeetingReport,
    MinutesCorrection,
    Motion,
)
from intergroup.business.printing import packet_html, packet_pdf
from intergroup.business.reports import ballot_sheets
from intergroup.business.reports.minutes.paper import keep
from intergroup.kit.tokens import hashed
from intergroup.registry.models import Body
from tests.business.motions.asking import send_out
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PositionFactory,
)

EVIL = "<script>alert(1)</script>"
PAGES = ("packet", "minutes", "roll", "notice", "meeting-reports", "meeting-report")
JANUARY_11, FEBRUARY_8 = date(2026, 1, 11), date(2026, 2, 8)


@pytest.fixture
def complaints(caplog):
    caplog.set_level(logging.WARNING, "weasyprint")
    return caplog.records


@pytest.fixture
def january(db):
    BodyFactory(name=f"Body {EVIL}")
    texts = {"title": EVIL, "place": EVIL, "notes": EVIL}
    return BusinessMeetingFactory(held_on=JANUARY_11, **texts)


@pytest.fixture
def february(january):
    texts = {"title": EVIL, "place": EVIL, "notes": EVIL}
    return BusinessMeetingFactory(held_on=FEBRUARY_8, **texts)


@pytest.fixture
def group(january):
    return GroupFactory(number=7, name=EVIL)


@pytest.fixture
def out(january, group):
    motion = MotionFactory(
        meeting=january,
        moved_by=EVIL,
        is_policy_change=True,
        **dict.fromkeys(
            (
                "title",
                "text",
                "intent",
                "consulted",
                "policy_section",
                "text_before",
                "text_after",
                "budget_line",
            ),
            EVIL,
        ),
    )
    return send_out(motion, january)


@pytest.fixture
def full(january, february, group, out):
    """Every text of a meeting, its minutes and its reports is a script."""
    for meeting in (january, february):
        for kind in ("opening", "new", "closing"):
            fields = {"title": EVIL, "led_by": EVIL, "notes": EVIL, "kind": kind}
            AgendaItem.objects.create(meeting=meeting, **fields)
        for whose in ({"group": group}, {"office": EVIL}):
            said = dict.fromkeys(
                ("changes", "literature", "report", "problems", "needs", "events"), EVIL
            )
            said["suggestions"] = EVIL
            MeetingReport.objects.create(meeting=meeting, state="sent", **whose, **said)
        ActionItem.objects.create(meeting=meeting, title=EVIL, office=EVIL, note=EVIL)
        meeting.attendees.create(office=EVIL)
        meeting.roll.create(group=group)
    GroupBallot.objects.update(note=EVIL, token_hash=hashed("word"))
    day = FEBRUARY_8 + timedelta(days=3)
    Event.objects.create(title=EVIL, place=EVIL, begins_on=day)
    Guideline.objects.create(title=EVIL, section=EVIL, text=EVIL, adopted_on=JANUARY_11)
    PositionFactory(name=EVIL)
    minutes = begin_minutes(january)
    minutes.parts.update(title=EVIL, prose=EVIL)
    MinutesCorrection.objects.create(
        minutes=minutes, asked_on=FEBRUARY_8, asked_by=EVIL, text=EVIL
    )
    return minutes


def is_harmless(html):
    return "<script>alert" not in html and "&lt;script&gt;alert" in html


def test_on_paper_a_script_is_only_words(full, january, february, group, out):
    found = {
        "packet": packet_html(february),
        "minutes": keep(full).text,
        "sheet": sheets_html(january, sheets(january, [group]), "a"),
        "ballots": ballot_sheets.sheets_html(
            [ballot_sheets.sheet_of(each) for each in out.ballots.all()]
        ),
    }

    minutes = found.pop("minutes")  # plain words
    assert [name for name, html in found.items() if not is_harmless(html)] == []
    assert EVIL in minutes


@pytest.mark.parametrize("name", PAGES)
def test_on_pages_of_a_meeting_a_script_is_only_words(as_sam, full, january, name):
    address = reverse(f"business:{name}", args=[january.pk])

    html = as_sam.get(address, {"for": "group:7"}).content.decode()

    assert is_harmless(html)


def test_on_pages_of_motions_a_script_is_only_words(as_sam, full, out):
    GroupBallot.objects.update(expires_on=date(2099, 1, 1))
    addresses = [
        reverse("business:motion", args=[out.pk]),
        reverse("business:motions"),
        reverse("business:motion-ballots", args=[out.pk]),
        reverse("business:group-ballot", args=["word"]),
        reverse("business:minutes-archive"),
        reverse("admin:business_motion_change", args=[out.pk]),
        reverse("admin:business_businessmeeting_change", args=[out.meeting_id]),
    ]

    pages = {each: as_sam.get(each) for each in addresses}

    assert {page.status_code for page in pages.values()} == {200}
    assert [a for a, p in pages.items() if "<script>alert" in p.content.decode()] == []


def pages_of(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def test_a_name_of_eighty_letters_and_a_motion_of_five_thousand_words_are_printed(
    db, complaints
):
    BodyFactory()
    january = BusinessMeetingFactory(held_on=JANUARY_11)
    group = GroupFactory(name="N" * 80)
    words = " ".join(f"word{n}" for n in range(5_000))
    motion = MotionFactory(
        meeting=january, title="T" * 120, text=words, moved_by="M" * 80
    )
    out = send_out(motion, january)

    packet = packet_pdf(BusinessMeetingFactory(held_on=FEBRUARY_8))
    ballot = ballot_sheets.sheets_pdf(
        [ballot_sheets.sheet_of(each) for each in out.ballots.all()]
    )
    sheet = sheets_pdf(january, [group])

    assert pages_of(packet) > 5
    assert pages_of(ballot) > 5
    assert pages_of(sheet) >= 1
    assert [each.getMessage() for each in complaints] == []


def test_a_body_without_groups_prints_and_says_so(as_sam, complaints):
    BodyFactory()
    meeting = BusinessMeetingFactory(held_on=FEBRUARY_8)
    begin_minutes(meeting)

    codes = {
        name: as_sam.get(reverse(f"business:{name}", args=[meeting.pk])).status_code
        for name in (*PAGES[:-1], "sheets")
    }

    assert set(codes.values()) == {200}
    assert packet_pdf(meeting).startswith(b"%PDF-")


@pytest.fixture
def yen(db):
    body = BodyFactory(currency="JPY")
    assert Body.objects.current() == body
    return BusinessMeetingFactory(held_on=FEBRUARY_8)


def test_where_a_currency_has_no_cents_none_are_taken(yen):
    rows = [
        MotionFactory.build(meeting=yen, amount="100.50"),
        MeetingReport(meeting=yen, group=GroupFactory(), contributed="100.50"),
    ]

    for row in rows:
        with pytest.raises(ValidationError, match="JPY has no cents"):
            row.full_clean()


def test_whole_amounts_are_told_without_cents(as_sam, yen):
    motion = MotionFactory(meeting=yen, amount="1300")
    said = {"state": "sent", "contributed": "1300"}
    MeetingReport.objects.create(meeting=yen, group=GroupFactory(), **said)

    html = as_sam.get(reverse("business:motion", args=[motion.pk])).content.decode()

    assert "¥1,300<" in html
    assert "¥1,300 <" in packet_html(yen)
    assert Motion.objects.get().amount == 1300


def test_cents_in_a_report_come_back_beside_the_box(as_sam, yen):
    GroupFactory(number=7)
    address = reverse("business:meeting-report", args=[yen.pk])
    typed = {"state": "sent", "report": "Well.", "contributed": "100.50"}

    page = as_sam.post(f"{address}?for=group:7", typed).content.decode()

    assert "JPY has no cents, so 100.50 cannot be right." in page
    assert not MeetingReport.objects.exists()
