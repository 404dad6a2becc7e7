"""Asking for reports by mail: a link for each, and one reminder for who has not sent.

The rows and the hashes of their links are written down first, then the mails go out.
Who reports for several gets one mail with a link for each. Where no mail of a report
could be sent, nothing says that it was asked for.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting.whose import (
    office_of,
    report_of,
    reporters_on,
)
from intergroup.business.actions.rollcall import hold as hold_meeting
from intergroup.business.actions.sending import Recipient, send
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.business.servants import serving_on
from intergroup.kit.dates import ONE_DAY
from intergroup.kit.tokens import hashed, new_token
from intergroup.registry.actions.verifying.contacts import contacts_of

Links = list[tuple[MeetingReport, str]]
Write = Callable[[Links], EmailMessage]
"""Writes the mail to one address, of its reports and the token of each."""
LONGEST = 300
_WRITTEN = ("token_hash", "asked_on", "reminded_on", "expires_on")


@dataclass(slots=True)
class Asked:
    """What came of asking: reports asked for, reminded of, and without an address."""

    asked: int = 0
    reminded: int = 0
    failed: list[MeetingReport] = field(default_factory=list)
    nobody: list[MeetingReport] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Question:
    """A report with its new link, where it is asked for, and how its row was before."""

    row: MeetingReport
    token: str
    addresses: tuple[str, ...]
    before: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Letter:
    to: str
    address: str
    questions: list[_Question]


def ask_for_reports(sending: Sending, *, on: date, write: Write) -> Asked:
    """Ask everybody who was not asked, and remind once who was asked before ``on``.

    ``sending`` is unsaved, and names the meeting. Raises ValidationError: ``over``
    after the day of the meeting, ``mail_server`` where nothing could be sent.
    """
    if on > sending.meeting.held_on:
        message = _("The meeting is over: enter what was told there instead.")
        raise ValidationError(message, code="over")
    questions, nobody = _prepare(sending.meeting, on)
    if not questions:
        return Asked(nobody=nobody)
    letters = {each.address: each for each in _letters(questions)}
    recipients = [Recipient(each.to, each.address) for each in letters.values()]

    def letter(who: Recipient) -> EmailMessage:
        return write(
            [(each.row, each.token) for each in letters[who.address].questions]
        )

    try:
        send(sending, recipients, letter)
    except ValidationError:
        _put_back(questions)
        raise
    return _told(sending, questions, letters.values(), nobody)


@transaction.atomic
def _prepare(
    meeting: BusinessMeeting, on: date
) -> tuple[list[_Question], list[MeetingReport]]:
    """Write down what is asked for, and return it, and what nobody can be asked for."""
    hold_meeting(meeting)
    begin_list(meeting, on=on)
    waiting = meeting.reports.select_for_update(of=("self",)).select_related("group")
    rows = [
        row
        for row in waiting.exclude(state__in=["sent", "spoken"]).order_by("pk")
        if not row.asked_on or (row.asked_on < on and not row.reminded_on)
    ]
    reachable = _addresses(rows, on)
    asked = [_question(row, reachable[row.pk], on) for row in rows if reachable[row.pk]]
    return asked, [row for row in rows if not reachable[row.pk]]


def begin_list(meeting: BusinessMeeting, *, on: date) -> None:
    """Make a row for everybody who reports, by who serves on ``on``."""
    for reporter in reporters_on(on):
        row = report_of(meeting, reporter)
        if row.pk is None:
            row.save()


def _question(row: MeetingReport, addresses: list[str], on: date) -> _Question:
    before = {name: getattr(row, name) for name in _WRITTEN}
    token = new_token()
    row.token_hash = hashed(token)
    row.reminded_on = on if row.asked_on else None
    row.asked_on = row.asked_on or on
    row.expires_on = row.meeting.held_on + ONE_DAY
    row.save(update_fields=_WRITTEN)
    return _Question(row, token, tuple(addresses), before)


def _addresses(rows: list[MeetingReport], on: date) -> dict[int, list[str]]:
    """Return where each report can be asked for, by the id of its row."""
    offices: dict[str, list[str]] = {}
    for each in serving_on(on):
        if each.address:
            offices.setdefault(office_of(each), []).append(each.address.lower())
    contacts = contacts_of([row.group for row in rows if row.group], on=on)
    return {
        row.pk: [each.address.lower() for each in contacts[row.group_id]]
        if row.group_id
        else offices.get(row.office, [])
        for row in rows
    }


def _letters(questions: list[_Question]) -> list[_Letter]:
    """Return one letter for each address, each for a name of its own."""
    found: dict[str, list[_Question]] = {}
    for each in questions:
        for address in dict.fromkeys(each.addresses):
            found.setdefault(address, []).append(each)
    names: Counter[str] = Counter()
    letters = []
    for address, asked in found.items():
        name = ", ".join(str(each.row) for each in asked)[:LONGEST]
        names[name] += 1
        told = f"{name} ({names[name]})" if names[name] > 1 else name
        letters.append(_Letter(told, address, asked))
    return letters


def _told(
    sending: Sending,
    questions: list[_Question],
    letters: Iterable[_Letter],
    nobody: list[MeetingReport],
) -> Asked:
    sent_to = set(sending.lines.filter(is_sent=True).values_list("to", flat=True))
    reached = {
        each.row.pk
        for letter in letters
        if letter.to in sent_to
        for each in letter.questions
    }
    failed = [each for each in questions if each.row.pk not in reached]
    _put_back(failed)
    was_asked = [bool(q.before["asked_on"]) for q in questions if q.row.pk in reached]
    return Asked(
        asked=was_asked.count(False),
        reminded=was_asked.count(True),
        failed=[each.row for each in failed],
        nobody=nobody,
    )


def _put_back(questions: list[_Question]) -> None:
    """Make it as it was before a mail that did not go out; drafts stay written."""
    for each in questions:
        MeetingReport.objects.filter(pk=each.row.pk).update(**each.before)
