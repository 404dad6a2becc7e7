"""Two who write the same words: minutes, reports, answers; nothing is lost."""

from datetime import UTC, date, datetime

import pytest

from intergroup.business.actions.minutes import (
    approve_minutes,
    begin_minutes,
    write_part,
)
from intergroup.business.actions.reporting import (
    Reporter,
    report_of,
    save_draft,
    send_report,
    stamp_of,
)
from intergroup.business.models import MeetingReport, Minutes, MinutesPart
from intergroup.business.reports.minutes.paper import keep
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
)
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT = datetime(2026, 2, 1, 12, tzinfo=UTC)
MARCH_8 = date(2026, 3, 8)


@pytest.fixture
def meeting():
    BodyFactory()
    return BusinessMeetingFactory(held_on=date(2026, 2, 8))


def words():
    return [each.prose for each in MinutesPart.objects.exclude(prose="")]


def test_two_writers_of_one_part_write_one_and_the_other_reads_both(
    in_sessions, meeting
):
    part = begin_minutes(meeting).parts.first()
    said = ["It was cold.", "It was warm."]

    told = in_sessions(
        *at_once(*(lambda s=each: write_part(part, s, read=0) for each in said))
    )

    assert sorted(told) == ["done", "stale"]
    assert in_sessions(words) == [[said[told.index("done")]]]


def test_two_writers_of_two_parts_both_write(in_sessions, meeting):
    parts = list(begin_minutes(meeting).parts.all()[:2])

    told = in_sessions(
        *at_once(*(lambda p=each: write_part(p, p.title, read=0) for each in parts))
    )

    assert told == ["done", "done"]
    assert in_sessions(words) == [[each.title for each in parts]]


def test_minutes_approved_by_two_at_once_are_approved_once(in_sessions, meeting):
    minutes = begin_minutes(meeting)
    Minutes.objects.update(state="circulated")
    later = BusinessMeetingFactory(held_on=MARCH_8)

    def approving():
        approve_minutes(minutes, at=later, on=MARCH_8, keep=keep)

    told = in_sessions(*at_once(approving, approving))

    assert sorted(told) == ["approved", "done"]


def test_minutes_begun_by_two_at_once_are_begun_once(in_sessions, meeting):
    told = in_sessions(*at_once(*[lambda: begin_minutes(meeting)] * 2))

    assert sorted(told) == ["begun", "done"]
    assert in_sessions(Minutes.objects.count) == [1]


def test_a_report_begun_by_two_at_once_keeps_the_words_of_one_and_tells_the_other(
    in_sessions, meeting
):
    reporter = Reporter(office="Events")
    read = stamp_of(report_of(meeting, reporter))
    said = ["A dance.", "A picnic."]

    def beginning(text):
        draft = report_of(meeting, reporter)
        return lambda: save_draft(draft, {"report": text}, read=read)

    told = in_sessions(*at_once(*(beginning(each) for each in said)))

    assert sorted(told) == ["done", "stale"]
    kept = in_sessions(lambda: MeetingReport.objects.get().report)
    assert kept == [said[told.index("done")]]


def test_a_report_sent_in_two_windows_at_once_is_sent_once(in_sessions, meeting):
    draft = report_of(meeting, Reporter(group=GroupFactory()))
    read = stamp_of(draft)

    def sending():
        send_report(draft, {"report": "Well."}, read=read, at=AT)

    told = in_sessions(*at_once(sending, sending))

    assert sorted(told) == ["done", "sent"]
