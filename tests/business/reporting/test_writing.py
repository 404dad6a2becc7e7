"""A report is saved as it is typed and sent once; no word of two windows is lost."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.reporting import (
    Reporter,
    accept_reports,
    enter_report,
    personal_words,
    report_of,
    save_draft,
    send_report,
    stamp_of,
)
from intergroup.business.reports.reporting.told import reports_to

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def report(meeting, hope):
    return report_of(meeting, Reporter(group=hope))


def test_a_draft_is_kept_as_it_is_typed(report):
    first = save_draft(report, {"report": "We are"}, read=stamp_of(report))

    second = save_draft(report, {"report": "We are well."}, read=stamp_of(first))

    assert (second.pk, second.state, second.report) == (
        first.pk,
        "draft",
        "We are well.",
    )


def test_the_older_of_two_windows_is_refused_and_loses_nothing(report):
    read = stamp_of(report)
    save_draft(report, {"report": "In the first window."}, read=read)

    with pytest.raises(ValidationError, match="another window") as refused:
        save_draft(report, {"report": "In the second."}, read=read)

    assert refused.value.code == "stale"
    assert report.meeting.reports.get().report == "In the first window."


def test_the_same_words_twice_are_no_quarrel(report):
    read = stamp_of(report)
    save_draft(report, {"report": "Well."}, read=read)

    assert save_draft(report, {"report": "Well."}, read=read).report == "Well."


def test_a_report_is_sent_once_and_stays(report):
    sent = send_report(report, {"report": "Well."}, read=stamp_of(report), at=NOON)

    with pytest.raises(ValidationError, match="stays as it was given") as refused:
        save_draft(sent, {"report": "Other."}, read=stamp_of(sent))

    assert refused.value.code == "sent"
    assert (sent.state, sent.sent_at) == ("sent", NOON)


def test_nothing_at_all_is_not_sent(report):
    with pytest.raises(ValidationError, match="nothing in this report"):
        send_report(report, {"report": ""}, read=stamp_of(report), at=NOON)


def test_a_listing_that_is_said_to_be_right_is_confirmed(report, hope):
    send_report(report, {"listing": "right"}, read=stamp_of(report), at=NOON)

    hope.refresh_from_db()
    assert hope.verified_on == NOON.date()


def test_a_spoken_report_needs_no_words_and_a_written_one_does(report, meeting):
    nothing = dict.fromkeys(
        ("listing", "changes", "literature", "report", "problems"), ""
    ) | dict.fromkeys(("needs", "suggestions", "events"), "")
    nothing |= dict.fromkeys(("attendance", "meetings_held", "contributed"))

    with pytest.raises(ValidationError, match="or say that it was spoken"):
        enter_report(report, nothing, state="sent", at=NOON)
    enter_report(report, nothing, state="spoken", at=NOON)

    assert meeting.reports.get().state == "spoken"


def test_only_what_was_given_is_accepted(report, meeting):
    save_draft(report, {"report": "We"}, read=stamp_of(report))

    assert accept_reports(meeting) == 0


def test_what_may_be_a_persons_is_seen_and_plain_words_are_not(db):
    said = {"report": "Call Jane Doe at 212-555-0123 or jane.doe@gmail.com.", "n": 3}

    assert len(personal_words(said)) == 3
    assert personal_words({"report": "Fourteen at each meeting. All is well."}) == ()


def test_the_packet_shows_what_was_given_and_names_the_rest_in_a_line(
    report, meeting, treasurer
):
    office = report_of(meeting, Reporter(office="Treasurer"))
    send_report(office, {"report": "Paid."}, read=stamp_of(office), at=NOON)
    said = {"report": "Well.", "attendance": 14, "contributed": Decimal("25.00")}
    send_report(report, said, read=stamp_of(report), at=NOON)

    found = reports_to(meeting)

    (theirs,) = found.groups
    assert [(each.name, each.texts) for each in found.offices] == [
        ("Treasurer", (("Report", "Paid."),))
    ]
    assert (theirs.name, theirs.contributed) == ("7 Hope", Decimal("25.00"))
    assert theirs.facts == (("People at a meeting, on average", "14"),)
    assert found.silent == ()


def test_a_meeting_nobody_reported_to_has_no_section(meeting, hope):
    assert reports_to(meeting) is None
