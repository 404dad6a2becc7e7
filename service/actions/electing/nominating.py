"""Opening an election, and who stands: asked, answered, attested, withdrawn."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from service.actions.electing.faults import check_rules
from service.actions.electing.standing import record_of, standing_of, take
from service.actions.rotating import book_of_service
from service.models import Election, Nomination, Position
from service.rotation import Reason, may_stand

Answer = Nomination.Answer
TERMS = {Reason.TERMS_SERVED, Reason.COOLING_OFF}


@transaction.atomic
def open_election(election: Election, *, recorded_by: User | None) -> Election:
    """Save an unsaved election, open for nominations.

    Raises ValidationError as the model’s rules do, and ``already_open`` where another
    election to the same position for the same day is open.
    """
    election.recorded_by = recorded_by
    election.full_clean()
    check_rules(election)
    _let_the_others_wait(election)
    others = Election.objects.open().filter(
        position=election.position, begins_on=election.begins_on
    )
    if others.exists():
        message = _("An election to this position for this day is open already.")
        raise ValidationError(message, code="already_open")
    election.save()
    return election


@transaction.atomic
def nominate(nomination: Nomination, *, by: User | None) -> Nomination:
    """Save an unsaved nomination; the name comes last on the ballot.

    Raises ValidationError: ``over``, ``voting_has_begun``, ``barred`` by the bylaws, or
    as the model’s rules do.
    """
    election = take(nomination.election)
    _check_nominations_are_open(election)
    _check_no_bylaw_bars(nomination)
    last = election.nominations.aggregate(last=Max("place"))["last"] or 0
    nomination.place = last + 1
    if nomination.is_eligible is not None:
        nomination.attested_by = by
    nomination.full_clean()
    nomination.save()
    return nomination


@transaction.atomic
def answer(nomination: Nomination, answer: str) -> Nomination:
    """Write down whether somebody stands; only before the first ballot.

    Raises ValidationError (``over``, ``voting_has_begun``).
    """
    _check_nominations_are_open(take(nomination.election))
    nomination.answer = Answer(answer)
    nomination.save(update_fields=["answer"])
    return nomination


@transaction.atomic
def attest(
    nomination: Nomination, *, is_eligible: bool | None, on: date, by: User | None
) -> Nomination:
    """Write down what the chair says of what is suggested: yes, no, or nothing.

    No clean date is asked for or kept. Raises ValidationError (``over``).
    """
    take(nomination.election)
    is_said = is_eligible is not None
    nomination.is_eligible = is_eligible
    nomination.attested_on = on if is_said else None
    nomination.attested_by = by if is_said else None
    nomination.save(update_fields=["is_eligible", "attested_on", "attested_by"])
    return nomination


@transaction.atomic
def withdraw(nomination: Nomination) -> Nomination:
    """Let somebody who stands withdraw by their own will, after the latest ballot.

    Raises ValidationError: ``over``, ``announced``, ``stands_no_more``.
    """
    election = take(nomination.election)
    nomination.refresh_from_db()
    _check_no_hat_is_announced(election)
    standing = standing_of(election)
    stays = {each.candidate for each in standing.candidates if each.fate == "stays"}
    if nomination.pk not in stays:
        message = _("%s does not stand in this election now.") % nomination.person
        raise ValidationError(message, code="stands_no_more")
    held = [each.number for each in record_of(election).rounds]
    nomination.withdrew_after = max(held, default=0)
    nomination.save(update_fields=["withdrew_after"])
    return nomination


def _check_no_bylaw_bars(nomination: Nomination) -> None:
    """Refuse somebody whom the body’s own bylaws bar from this term."""
    election = nomination.election
    book = book_of_service(election.opened_on)
    post = next(post for post in book.posts if post.key == election.position_id)
    days = {"ends_on": election.ends_on}
    verdict = may_stand(book, post, nomination.person_id, election.begins_on, **days)
    if any(each.is_binding and each.reason in TERMS for each in verdict.findings):
        told = _("The bylaws of this body bar %s from this term.") % nomination.person
        error = ValidationError(told, code="barred")
        raise ValidationError({"person": error})


def _let_the_others_wait(election: Election) -> None:
    """Let one person at a time open an election to a position."""
    alone = Position.objects.select_for_update(of=("self",))
    list(alone.filter(pk=election.position_id))


def _check_no_hat_is_announced(election: Election) -> None:
    if election.draws.filter(drawn_at__isnull=True).exists():
        message = _(
            "The slips are in the hat: draw first. Whoever is drawn may decline."
        )
        raise ValidationError(message, code="announced")


def _check_nominations_are_open(election: Election) -> None:
    if election.rules:
        message = _("Voting has begun, so that nominations are closed.")
        raise ValidationError(message, code="voting_has_begun")
