"""Mailing the ballots: to who speaks for each group, or to the group’s own mailbox."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.sending import Recipient, send
from intergroup.business.models import GroupBallot, Motion, Sending, SendingLine
from intergroup.kit import pages
from intergroup.kit.tokens import hashed, new_token
from intergroup.registry.models import Body, Group, Representative, User

Link = Callable[[str], str]
LONGEST = Sending._meta.get_field("subject").max_length
LONGEST_NAME = SendingLine._meta.get_field("to").max_length


def mail_ballots(
    motion: Motion, *, link: Link, on: date, sent_by: User | None
) -> Sending:
    """Mail its link to each group that has not answered; ``link`` makes it of a token.

    Each group’s link is new, and the one before is no longer good. Raises
    ValidationError: ``all_answered``, or ``mail_server`` where nothing was sent.
    """
    open_ones = motion.ballots.filter(answered_on__isnull=True)
    ballots = {
        each.group: each
        for each in open_ones.select_related("group").order_by("group__number")
    }
    if not ballots:
        raise ValidationError(_("Every group has answered."), code="all_answered")
    tokens = {group: new_token() for group in ballots}
    recipients, groups = _recipients(list(ballots), on)
    sending = _sending(motion, sent_by)

    def letter(to: Recipient) -> EmailMessage:
        for group in groups[to.to]:  # not before the server has answered
            _renew(ballots[group], tokens[group])
        asked = [(group, link(tokens[group])) for group in groups[to.to]]
        context = pages.context(motion=motion, asked=asked)
        text = render_to_string("business/mail/ballot.txt", context).strip() + "\n"
        return EmailMessage(subject=sending.subject, body=text)

    return send(sending, recipients, letter)


def _sending(motion: Motion, sent_by: User | None) -> Sending:
    title = " ".join(motion.title.split())  # a browser may send two lines
    subject = _("A motion for your group: %s") % title
    return Sending(
        kind=Sending.Kind.BALLOT,
        motion=motion,
        subject=subject[:LONGEST],
        sent_at=timezone.now(),
        sent_by=sent_by,
    )


def _renew(ballot: GroupBallot, token: str) -> None:
    """Make its link good; where the sending was struck meanwhile, no link is."""
    GroupBallot.objects.filter(pk=ballot.pk).update(token_hash=hashed(token))


def _recipients(
    groups: list[Group], on: date
) -> tuple[list[Recipient], dict[str, list[Group]]]:
    """Return whom to write to, and about which groups: one letter to each address."""
    letters: dict[str, list[tuple[Group, str]]] = defaultdict(list)
    silent = []
    for group, found in _addresses(groups, on).items():
        for what, address in found:
            letters[address.strip().lower()].append((group, what))
        if not found:
            silent.append(group)
    recipients = [
        Recipient("; ".join(_named(*each) for each in lines)[:LONGEST_NAME], address)
        for address, lines in letters.items()
    ]
    recipients += [Recipient(_("Group %s") % group, "") for group in silent]
    about = {
        each.to: list(dict.fromkeys(group for group, _what in letters[each.address]))
        for each in recipients
        if each.address
    }
    return recipients, about


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
