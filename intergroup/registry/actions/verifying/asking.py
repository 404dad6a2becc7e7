"""Asking groups by mail whether their listing is still right, and reminding them once.

A question is written down, then mailed, and taken back where its mail cannot be sent:
nothing says then that anybody was asked, and the next time tries again. Nobody in the
office waits for a slow mail server meanwhile. Where the process is killed in between,
the reminder brings the link.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction

from intergroup.kit.tokens import hashed, new_token
from intergroup.registry.actions.verifying.contacts import Contact, contacts_of
from intergroup.registry.actions.verifying.due import groups_due, to_ask, to_remind
from intergroup.registry.models import Directory, Group, Verification

logger = logging.getLogger(__name__)

Send = Callable[[Verification, str, str], None]
"""Mails a question: the question, its token and the address; raises OSError."""


@dataclass(slots=True)
class Round:
    """What came of asking: a group for each mail, and the groups that have nobody."""

    sent: list[Group] = field(default_factory=list)
    failed: list[Group] = field(default_factory=list)
    nobody: list[Group] = field(default_factory=list)


def ask_group(group: Group, *, on: date, directory: Directory, send: Send) -> Round:
    """Ask every contact of one group who has no open question.

    The office asks: also a group that is not due, and those who were asked lately.
    """
    found = contacts_of([group], on=on)[group.pk]
    told = Round(nobody=[] if found else [group])
    _ask_all(found, told, on=on, directory=directory, send=send)
    return told


def ask_groups_due(
    *, on: date, directory: Directory, send: Send, at_most: int | None = None
) -> Round:
    """Ask the contacts of the groups that are due; of ``at_most`` so many groups."""
    asked, nobody = _due(on, directory)
    told = Round(nobody=nobody)
    for contacts in asked[:at_most]:
        _ask_all(contacts, told, on=on, directory=directory, send=send)
    return told


def would_ask(*, on: date, directory: Directory) -> Round:
    """Return what ``ask_groups_due`` would do, and do nothing."""
    asked, nobody = _due(on, directory)
    return Round(sent=[contacts[0].group for contacts in asked], nobody=nobody)


def _due(on: date, directory: Directory) -> tuple[list[list[Contact]], list[Group]]:
    """Return the contacts to ask, group by group, and the groups that have nobody."""
    groups = list(groups_due(on, directory))
    reachable = contacts_of(groups, on=on)
    asked = to_ask(reachable, on=on, directory=directory)
    return asked, [group for group in groups if not reachable[group.pk]]


def remind_groups(*, on: date, directory: Directory, send: Send) -> Round:
    """Remind, once, those whose question has been open for so many days.

    Only the hash of a link is kept: a reminder has a new one, and the first ends.
    """
    told = Round()
    for question, contact in _reminders(on, directory):
        question.reminded_on = on
        _try(question, contact, told, on=on, send=send)
    return told


def would_remind(*, on: date, directory: Directory) -> Round:
    """Return what ``remind_groups`` would do, and do nothing."""
    return Round(sent=[contact.group for _, contact in _reminders(on, directory)])


def _reminders(on: date, directory: Directory) -> list[tuple[Verification, Contact]]:
    """Return the questions to remind of on ``on``, each with who is still a contact."""
    questions = list(to_remind(on, directory))
    contacts = contacts_of({each.group for each in questions}, on=on)
    return [
        (question, contact)
        for question in questions
        for contact in contacts[question.group_id]
        if question.person_id == contact.person_id
    ]


def _ask_all(
    contacts: Iterable[Contact],
    told: Round,
    *,
    on: date,
    directory: Directory,
    send: Send,
) -> None:
    ends_on = on + timedelta(days=directory.answer_days)
    for contact in contacts:
        question = Verification(
            group=contact.group,
            person=contact.person,
            asked_on=on,
            expires_on=ends_on,
        )
        _try(question, contact, told, on=on, send=send)


def _try(
    question: Verification, contact: Contact, told: Round, *, on: date, send: Send
) -> None:
    """Save a question and mail it, and write into ``told`` what came of it."""
    first = question.token_hash
    token = _save(question, on=on)
    if token is None:
        return
    try:
        _send(question, token, contact.address, first=first, send=send)
    except (OSError, ValueError) as error:  # of the mail server; of the address
        told.failed.append(contact.group)
        reason = type(error).__name__  # its words hold the address
        logger.warning("Group %s: no mail sent (%s).", contact.group.number, reason)
    else:
        told.sent.append(contact.group)


@transaction.atomic
def _save(question: Verification, *, on: date) -> str | None:
    """Give the question a new link; None where another was faster."""
    Group.objects.select_for_update().get(pk=question.group_id)
    if _is_done(question, on):
        return None
    token = new_token()
    question.token_hash = hashed(token)
    changed = ["token_hash", "reminded_on"] if question.pk else None
    question.save(update_fields=changed)
    return token


def _send(
    question: Verification, token: str, address: str, *, first: str, send: Send
) -> None:
    """Mail a question; where that fails, its first link is the good one again."""
    try:
        send(question, token, address)
    except BaseException:
        asked = Verification.objects.filter(pk=question.pk, answered_at=None)
        asked = asked.filter(token_hash=question.token_hash)
        if first:
            asked.update(token_hash=first, reminded_on=None)
        else:
            asked.delete()
        raise


def _is_done(question: Verification, on: date) -> bool:
    """Tell whether somebody asked, reminded or answered since the list was made."""
    open_ones = Verification.objects.open_on(on)
    if question.pk:
        return not open_ones.filter(pk=question.pk, reminded_on=None).exists()
    who = {"group": question.group_id, "person": question.person_id}
    return open_ones.filter(**who).exists()
