"""Where an election stands in three words, by what is stored: for lists of many."""

from django.utils.translation import gettext as _

from service.models import Election
from service.reports.elections.fractions import names_in_words


def state_in_words(election: Election) -> str:
    """Return “ballot 3 counted” or “elected: Ann B.”, of one read ``with_state``."""
    if election.outcome == Election.Outcome.ELECTED:
        return _("elected: %s") % names_in_words(_elected(election))
    if not election.is_open:
        return election.get_outcome_display()
    return _of_open(election)


def _of_open(election: Election) -> str:
    if not election.rules:
        return _("nominations open")
    if election.hats_announced:
        return _("at the hat")
    if election.ballots_held:
        return _("ballot %s counted") % election.ballots_held
    return _("voting has begun")


def _elected(election: Election) -> list[str]:
    """Return who was elected to the position itself; its alternate is not."""
    own = election.position_id
    return [
        str(each.person) for each in election.terms.all() if each.position_id == own
    ]
