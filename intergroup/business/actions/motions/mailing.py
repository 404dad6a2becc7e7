"""Mailing the ballots: to who speaks for each group, or to the group’s own mailbox.

Whom a sending goes to is written down first; a group’s link is the new one from the
moment a mail with it has gone.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.motions.ballots import is_out
from intergroup.business.actions.sending import (
    Post,
    Recipient,
    each_once,
    write_down,
)
from intergroup.business.models import GroupBallot, Motion, Sending
from intergroup.kit import pages
from intergroup.kit.tokens import hashed, token_for
from intergroup.registry.models import Body, Group, Representative, User

Link = Callable[[str], str]
LONGEST = Sending._meta.get_field("subject").max_length
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom to write to about the ballots of a motion, by the address of each.

    ``recipients`` stay the same by name, whoever has answered meanwhile; ``ballots``
    are those not answered; ``silent`` are groups that cannot be reached.
    """

    recipients: tuple[Recipient, ...]
    ballots: dict[str, list[GroupBallot]]
    silent: tuple[Group, ...]


def write_ballots(motion: Motion, *, on: date, sent_by: User | None) -> Sending:
    """Write down who is mailed a link: each group that has not answered.

    Raises ValidationError: ``not_out``, ``late``, ``all_answered``.
    """
    _check_out(motion, on)
    title = " ".join(motion.title.split())  # a browser may send two lines
    sending = Sending(
        kind=Sending.Kind.BALLOT,
        motion=motion,
        subject=(_("A motion for your group: %s") % title)[:LONGEST],
        sha256=_asked(motion),
        sent_at=timezone.now(),
        sent_by=sent_by,
    )
    return write_down(sending, lambda: _choose(motion, on))


def ballots_post(sending: Sending, *, link: Link, on: date) -> Post:
    """Return what a mailing of ballots brings; ``link`` makes it of a token.

    Raises ValidationError: ``not_out``, ``late``, or ``changed`` where the motion has
    gone out anew since.
    """
    motion = sending.motion
    _check_out(motion, on)
    if _asked(motion) != sending.sha256:
        message = _("The motion went out anew since: mail the links from its page.")
        raise ValidationError(message, code="changed")
    addressed = _addressed(motion, on)

    def letter(to: Recipient) -> EmailMessage | None:
        asked = [
            (each.group, link(_token_of(each, sending)))
            for each in addressed.ballots[to.address]
        ]
        return _letter(sending, asked) if asked else None

    def note(to: Recipient) -> None:
        for each in addressed.ballots[to.address]:
            waiting = GroupBallot.objects.filter(pk=each.pk, answered_on__isnull=True)
            waiting.update(token_hash=hashed(_token_of(each, sending)))

    return Post(addressed.recipients, letter, note)


def _check_out(motion: Motion, on: date) -> None:
    if not is_out(motion):
        message = _("It is not out with the groups: there is nothing to mail.")
        raise ValidationError(message, code="not_out")
    if motion.answers_due_on and on > motion.answers_due_on:
        message = _("The day to answer by has passed: a link would be good no more.")
        raise ValidationError(message, code="late")


def _asked(motion: Motion) -> str:
    """Return a fingerprint of what the groups are asked, and until when."""
    told = f"{motion.answers_due_on}\n{motion.text}"
    return hashlib.sha256(told.encode()).hexdigest()


def _letter(sending: Sending, asked: list[tuple[Group, str]]) -> EmailMessage:
    context = pages.context(motion=sending.motion, asked=asked)
    text = render_to_string("business/mail/ballot.txt", context).strip() + "\n"
    return EmailMessage(subject=sending.subject, body=text)


def _token_of(ballot: GroupBallot, sending: Sending) -> str:
    return token_for(f"ballot:{ballot.pk}:{sending.pk}")


def _choose(motion: Motion, on: date) -> list[Recipient]:
    addressed = _addressed(motion, on)
    reached = [to for to in addressed.recipients if addressed.ballots[to.address]]
    silent = [Recipient(_("Group %s") % group, "") for group in addressed.silent]
    if not reached and not silent:
        raise ValidationError(_("Every group has answered."), code="all_answered")
    return [*reached, *silent]


def _addressed(motion: Motion, on: date) -> Addressed:
    ballots = motion.ballots.select_related("group").order_by("group__number")
    by_group = {each.group: each for each in ballots}
    letters: dict[str, list[tuple[Group, str]]] = defaultdict(list)
    reached = _addresses(by_group, on)
    for group, found in reached.items():
        for what, address in found:
            letters[address.strip().lower()].append((group, what))
    named = (
        Recipient("; ".join(_named(*each) for each in lines)[:LONGEST_NAME], address)
        for address, lines in letters.items()
    )
    waiting = {group for group, each in by_group.items() if not each.answered_on}
    return Addressed(
        recipients=tuple(each_once(named)),
        ballots={
            address: [
                by_group[group]
                for group in dict.fromkeys(group for group, _what in lines)
                if group in waiting
            ]
            for address, lines in letters.items()
        },
        silent=tuple(g for g, found in reached.items() if g in waiting and not found),
    )


def _named(group: Group, what: str) -> str:
    return _("Group %(group)s, %(what)s") % {"group": group, "what": what}


def _addresses(groups: Iterable[Group], on: date) -> dict[Group, list[tuple[str, str]]]:
    """Return under which name, and where, each group is reached."""
    body = Body.objects.current()
    words = {False: body.calls_representative, True: body.calls_alternate}
    found: dict[Group, list[tuple[str, str]]] = {group: [] for group in groups}
    serving = Representative.objects.serving_on(on)
    rows = serving.filter(group__in=found).select_related("group", "person")
    for each in rows.order_by("group__number", "is_alternate", "pk"):
        if each.person.email:
            found[each.group].append((words[each.is_alternate], each.person.email))
    for group, addresses in found.items():
        if not addresses and group.email:
            addresses.append((_("mailbox"), group.email))
    return found
