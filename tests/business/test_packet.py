"""The packet: on screen and on paper, full or empty."""

import io
import logging
from datetime import date

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from intergroup.business.printing import packet_html, packet_pdf
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PositionFactory,
)


def packet(*args):
    out = io.StringIO()
    call_command("packet", *args, stdout=out)
    return out.getvalue()


def pages_of(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.fixture
def meeting(db):
    BodyFactory(name="Heroin Anonymous, Test Area")
    return BusinessMeetingFactory(place="Unity Hall")


@pytest.fixture
def complaints(caplog):
    caplog.set_level(logging.WARNING, "weasyprint")
    return caplog.records


def test_the_cover_names_the_body_the_day_the_place_and_the_quorum(meeting):
    GroupFactory()

    html = packet_html(meeting)

    assert "Heroin Anonymous, Test Area" in html
    assert "Sunday, Feb. 8, 2026" in html
    assert "<dd>Unity Hall</dd>" in html
    assert "<dd>More than half of the groups on the roll: 1 of 1.</dd>" in html


@pytest.mark.parametrize(
    ("final_on", "state"), [(None, "PROVISIONAL"), (date(2026, 2, 9), "FINAL")]
)
def test_the_packet_is_provisional_until_it_is_final(meeting, final_on, state):
    meeting.final_on = final_on

    assert f'<p class="cover-state">{state}</p>' in packet_html(meeting)


def test_each_section_has_its_line_in_the_contents(meeting):
    PositionFactory()

    html = packet_html(meeting)

    assert '<a href="#trusted-servants">Trusted servants</a>' in html
    assert '<section class="part" id="trusted-servants">' in html


def test_the_packet_in_large_print_says_so(meeting):
    assert 'class=" large"' in packet_html(meeting, large=True)


def test_a_packet_with_nothing_in_it_is_still_a_packet(db, complaints):
    pdf = packet_pdf(BusinessMeetingFactory())

    assert pdf.startswith(b"%PDF-")
    assert complaints == []


def test_a_full_packet_prints_without_a_complaint(meeting, complaints):
    MotionFactory(meeting=meeting, title="W" * 120, text="Word " * 800)
    PositionFactory(name="N" * 80, duties="Serves. " * 100)
    BusinessMeetingFactory(held_on=date(2026, 3, 8), place="P" * 255)

    pdf = packet_pdf(meeting)

    assert pdf.startswith(b"%PDF-")
    assert complaints == []


def test_a_motion_that_fits_on_a_page_is_not_split(meeting):
    without = pages_of(packet_pdf(meeting))
    for _each in range(9):  # two of them are longer than a page
        MotionFactory(meeting=meeting, text="Word " * 550)

    assert pages_of(packet_pdf(meeting)) - without >= 8


def test_a_motion_longer_than_a_page_flows_on(meeting):
    MotionFactory(meeting=meeting, text="Word " * 2000)

    assert pages_of(packet_pdf(meeting)) >= 4


def test_the_same_data_gives_the_same_bytes(meeting):
    assert packet_pdf(meeting) == packet_pdf(meeting)


def test_packet_writes_the_packet_of_a_day_and_says_so(meeting, tmp_path):
    file = tmp_path / "packet.pdf"

    said = packet("--meeting", "2026-02-08", "--output", str(file))

    told = "Wrote the packet of “Business meeting, Feb. 8, 2026” to"
    assert said == f"{told} {file}.\n"
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("days", "chosen"),
    [(["2020-01-01", "2999-01-01", "2999-02-01"], "2999"), (["2020-01-01"], "2020")],
)
def test_packet_takes_the_next_meeting_or_else_the_latest(db, tmp_path, days, chosen):
    for day in days:
        BusinessMeetingFactory(held_on=date.fromisoformat(day))

    said = packet("--output", str(tmp_path / "packet.pdf"))

    assert f"Jan. 1, {chosen}" in said


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ["--meeting", "2026-02-09"],
            "No business meeting is held on 2026-02-09. There",
        ),
        (["--meeting", "2026-02-09"], "There are: 2026-02-08."),
        (["--meeting", "Sunday"], "“Sunday” is not a date"),
    ],
)
def test_packet_answers_a_wrong_day_with_a_sentence(meeting, tmp_path, args, sentence):
    with pytest.raises(CommandError, match=sentence):
        packet(*args, "--output", str(tmp_path / "packet.pdf"))

    assert list(tmp_path.iterdir()) == []


def test_packet_without_a_meeting_says_what_to_do(db, tmp_path):
    with pytest.raises(CommandError, match="There is no business meeting yet"):
        packet("--output", str(tmp_path / "packet.pdf"))


def test_packet_asks_where_to_write(db):
    with pytest.raises(CommandError, match="Say where to write the packet: --output"):
        packet()
