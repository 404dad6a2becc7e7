"""The motion for a fifth ballot in words, with its exact majority."""

from django.utils.translation import gettext_lazy

from service.voting import MotionResult, Standing, Verdict

_VERDICTS = {
    Verdict.CARRIED: gettext_lazy(
        "The motion for a fifth and last ballot carried: %(ayes)s for, %(noes)s "
        "against."
    ),
    Verdict.DEFEATED: gettext_lazy(
        "The motion for a fifth and last ballot was defeated: %(ayes)s for, %(noes)s "
        "against."
    ),
    Verdict.TIED: gettext_lazy(
        "The motion for a fifth and last ballot was defeated by a tie: %(ayes)s for, "
        "%(noes)s against."
    ),
    Verdict.NOT_MADE: gettext_lazy(
        "Nobody moved a fifth ballot, so there is none: the hat follows."
    ),
    Verdict.NOT_SECONDED: gettext_lazy(
        "Nobody seconded the motion for a fifth ballot, so there is none: the hat "
        "follows."
    ),
}
_AGAIN = gettext_lazy("Reconsidered once. %s")


def motions_in_words(standing: Standing) -> tuple[str, ...]:
    """Return a sentence for the motion, and one for when it was reconsidered."""
    first, *again = (
        (_told(each) for each in standing.motions) if standing.motions else [""]
    )
    return tuple(filter(None, [first, *(_AGAIN % each for each in again)]))


def _told(result: MotionResult) -> str:
    return _VERDICTS[result.verdict] % {"ayes": result.ayes, "noes": result.noes}
