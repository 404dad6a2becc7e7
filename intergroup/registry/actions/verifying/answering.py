"""The answer of a group: right, changed, or closed. One answer is the group’s.

Whoever answers second at the same moment is told that the link is used. A link is read
in ``tokens``; for a form that is filled in meanwhile, the question goes along as a
signed word.
"""

from contextlib import suppress
from datetime import date

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.living import confirm_open, find_again
from intergroup.registry.actions.recording import Hand, Way
from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.actions.verifying.contacts import is_contact
from intergroup.registry.actions.verifying.groups import (
    Answer,
    close_questions,
    verify_group,
)
from intergroup.registry.models import Group, Registration, Verification

_SALT = "intergroup.registry.verifying"
_BACK = {
    Group.Status.PENDING_INACTIVE: confirm_open,
    Group.Status.MISSING: find_again,
}


@transaction.atomic
def answer_right(question: Verification, *, on: date) -> None:
    """Write down that the listing is still right; a group thought gone is back.

    Raises ValidationError (``used``) where the question is not open any more.
    """
    group = _hold(question, on)
    if back := _BACK.get(group.status):
        back(group, hand=Hand(on, Way.VERIFICATION))
    verify_group(group, on=on, verified_by=None, way=Way.VERIFICATION)


@transaction.atomic
def answer_changed(
    question: Verification, registration: Registration, *, on: date
) -> None:
    """Write down that the group sent a form in answer; the office decides on that.

    Raises ValidationError: ``used``, or ``another_group``.
    """
    group = _hold(question, on)
    if registration.group_id != group.pk:
        message = _("This question was put to another group.")
        raise ValidationError(message, code="another_group")
    is_end = registration.kind == Registration.Kind.CLOSE
    answer = Answer.CLOSED if is_end else Answer.CHANGED
    close_questions(group, answer, registration)


@transaction.atomic
def answer_closed(question: Verification, *, on: date) -> Registration:
    """Write down that the group no longer meets, as a form for the office to decide.

    It closes nothing. Raises ValidationError (``used``).
    """
    group = _hold(question, on)
    registration = Registration(
        kind=Registration.Kind.CLOSE,
        group=group,
        proposed={"group": {}, "meetings": [], "contacts": []},
        present=present(group),
        sent_at=timezone.now(),
        **_sender(question),
    )
    registration.full_clean()
    registration.save()
    close_questions(group, Answer.CLOSED, registration)
    return registration


def take_as_answer(registration: Registration, word: str, *, on: date) -> None:
    """Take a saved form as the answer to the question of a signed word.

    Nothing is said where there is no such question any more: the form counts anyway.
    """
    group = registration.group
    if word and group and (asked := asked_by_word(word, group=group, on=on)):
        with suppress(ValidationError):  # another contact was faster
            answer_changed(asked, registration, on=on)


def word_of(question: Verification) -> str:
    """Return a signed word for a question, to go along with a form."""
    return signing.dumps(question.pk, salt=_SALT)


def asked_by_word(word: str, *, group: Group, on: date) -> Verification | None:
    """Return the open question of a signed word; None for any other word or group."""
    try:
        pk = signing.loads(word, salt=_SALT)
    except signing.BadSignature:
        return None
    question = Verification.objects.open_on(on).filter(pk=pk, group=group).first()
    return question if question and is_contact(question, on=on) else None


def _hold(question: Verification, on: date) -> Group:
    """Hold the register, and return the group whose question is open still."""
    hold_register()
    if not Verification.objects.open_on(on).filter(pk=question.pk).exists():
        message = _("This question has been answered, or its link has ended.")
        raise ValidationError(message, code="used")
    return Group.objects.get(pk=question.group_id)


def _sender(question: Verification) -> dict[str, str]:
    """Return who was asked, as the sender of a form; nobody for a group’s mailbox."""
    person = question.person
    if person is None:
        return {"sender_email": question.group.email}
    return {
        "sender_first_name": person.first_name,
        "sender_initial": person.last_initial,
        "sender_email": person.email,
    }
