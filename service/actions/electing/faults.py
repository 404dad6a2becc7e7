"""What cannot be right of a ballot or a method, in sentences for whoever counts."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from service.actions.electing.standing import record_of, rules_of
from service.models import Election
from service.voting import Fault, Problem, flaws_of_rules, problems


def check(election: Election) -> None:
    """Refuse a record with something in it that cannot be right.

    Raises ValidationError with a sentence for each thing, coded by its Fault.
    """
    found = problems(rules_of(election), record_of(election))
    if found:
        names = {each.pk: str(each.person) for each in _standing(election)}
        raise ValidationError([_sentence(each, names) for each in found])


def check_rules(election: Election) -> None:
    """Refuse a method that cannot fill the seats of an election.

    Raises ValidationError (``one-seat-only`` and others), keyed by ``method``.
    """
    found = flaws_of_rules(rules_of(election))
    if found:
        errors = [_sentence(each, {}) for each in found]
        raise ValidationError({"method": errors})


def _standing(election: Election) -> list:
    return list(election.nominations.select_related("person"))


def _sentence(problem: Problem, names: dict[int, str]) -> ValidationError:
    told = _SENTENCES.get(problem.fault) or _("This cannot be counted.")
    params = {
        "number": problem.number,
        "given": problem.given,
        "most": problem.most,
        "name": names.get(problem.candidate, "?"),
    }
    return ValidationError(told % params, code=str(problem.fault))


_SENTENCES = {
    Fault.ONE_SEAT_ONLY: gettext_lazy(
        "The Third Legacy Procedure fills one seat at a time. Hold an election for "
        "each seat, or choose another method."
    ),
    Fault.SHARE_OF_HALF_OR_LESS: gettext_lazy(
        "By this method two people could be elected to one seat: more than half of the "
        "votes is the least that may elect."
    ),
    Fault.SHARE_BEYOND_THE_WHOLE: gettext_lazy("By this method nobody can be elected."),
    Fault.VOTES_FOR_SOMEBODY_NOT_ON_IT: gettext_lazy(
        "Ballot %(number)s has votes for %(name)s, who does not stand on it. Count "
        "them as not valid."
    ),
    Fault.NAMES_ON_A_YES_NO_BALLOT: gettext_lazy(
        "Ballot %(number)s asks yes or no, and has votes for names."
    ),
    Fault.ANSWERS_ON_A_BALLOT_OF_NAMES: gettext_lazy(
        "Ballot %(number)s asks for names, and has votes of yes or no."
    ),
    Fault.BALLOTS_NOT_TOLD: gettext_lazy(
        "Several names may stand on each ballot: say how many valid ballots there were."
    ),
    Fault.BALLOTS_DO_NOT_FIT: gettext_lazy(
        "These votes do not fit the number of valid ballots: %(given)s votes, and "
        "%(most)s would be the most."
    ),
    Fault.MORE_THAN_HANDED_OUT: gettext_lazy(
        "%(given)s ballots were counted in the room, and %(most)s were handed out."
    ),
    Fault.MORE_THAN_ONLINE_VOTERS: gettext_lazy(
        "%(given)s votes were counted online, and %(most)s vote online."
    ),
}
