"""Two who press the same button of a mail: it goes out once to each."""

import pytest
from django.core import mail

from intergroup.business.models import MeetingReport, Sending
from intergroup.business.views.sendings.mailing import begin
from tests.business.sendings.conftest import KINDS, fill, write
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["fill", "in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ADDRESSES = ["group1@example.org", "group2@example.org", "group3@example.org"]


def addressed():
    return sorted(address for each in mail.outbox for address in each.bcc)


@pytest.mark.parametrize("kind", KINDS)
def test_what_two_send_at_once_goes_to_each_once(in_sessions, fill, kind):
    body = fill()

    def going():
        begin(Sending.objects.get(), site="https://x.example")

    written = in_sessions(*at_once(*[lambda: write(body, kind)] * 2))
    begun = in_sessions(*at_once(going, going))

    assert written + begun == ["done"] * 4
    assert addressed() == ADDRESSES
    assert in_sessions(Sending.objects.count) == [1]


def test_reports_asked_for_by_two_at_once_have_one_row_each(in_sessions, fill):
    body = fill()

    in_sessions(*at_once(*[lambda: write(body, "reports")] * 2))

    assert in_sessions(MeetingReport.objects.count) == [3]
