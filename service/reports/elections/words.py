"""What became of each who stood, by which rule; and what comes next: in sentences.

The codes and the figures come from ``service.voting``; here is only how to say them.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from service.reports.elections.fractions import (
    elect_in_words,
    names_in_words,
    part_in_words,
    share_in_words,
)
from service.voting import Next, Outcome, Rules, Standing, Step, System, Why

_EXACT = {
    Why.ONE_FIFTH_OR_MORE: gettext_lazy(
        "%(name)s has %(share)s, exactly one-fifth, and stays."
    ),
    Why.ONE_THIRD_OR_MORE: gettext_lazy(
        "%(name)s has %(share)s, exactly one-third, and stays."
    ),
    Why.REACHED: gettext_lazy(
        "%(name)s has %(share)s, exactly %(part)s, and is elected."
    ),
}
_TOLD = {
    Why.NO_BALLOT_YET: gettext_lazy("%(name)s stands."),
    Why.NOBODY_VOTED: gettext_lazy("Nobody voted, so %(name)s stays."),
    Why.FIRST_BALLOT: gettext_lazy(
        "%(name)s has %(share)s and stays: nobody is withdrawn after the first ballot."
    ),
    Why.ONE_FIFTH_OR_MORE: gettext_lazy(
        "%(name)s has %(share)s, more than one-fifth, and stays."
    ),
    Why.ONE_THIRD_OR_MORE: gettext_lazy(
        "%(name)s has %(share)s, more than one-third, and stays."
    ),
    Why.NOT_THE_SMALLEST: gettext_lazy(
        "%(name)s has %(share)s, not the fewest, and stays."
    ),
    Why.SMALLEST_TIE_STAYS: gettext_lazy(
        "%(name)s has %(share)s, the fewest together with others, and stays: when "
        "several have the fewest, nobody is withdrawn here."
    ),
    Why.LEADS: gettext_lazy(
        "%(name)s has %(share)s, the most, and stays: the top two always remain."
    ),
    Why.TIED_FOR_FIRST: gettext_lazy(
        "%(name)s has %(share)s, the most together with others, and stays: all who tie "
        "for first remain."
    ),
    Why.SECOND: gettext_lazy(
        "%(name)s has %(share)s, the second most, and stays: the top two always remain."
    ),
    Why.TIED_FOR_SECOND: gettext_lazy(
        "%(name)s has %(share)s, the second most together with others, and stays: the "
        "leader and all who tie for second remain."
    ),
    Why.NOBODY_IS_WITHDRAWN: gettext_lazy(
        "%(name)s has %(share)s and stays: %(elect)s."
    ),
    Why.TIED_FOR_THE_LAST_SEAT: gettext_lazy(
        "%(name)s has %(share)s, as many as somebody else for the last seat."
    ),
    Why.WITHDREW: gettext_lazy("%(name)s withdrew."),
    Why.LESS_THAN_ONE_FIFTH: gettext_lazy(
        "%(name)s has %(share)s, less than one-fifth, and is withdrawn."
    ),
    Why.LESS_THAN_ONE_THIRD: gettext_lazy(
        "%(name)s has %(share)s, less than one-third, and is withdrawn."
    ),
    Why.THE_SMALLEST: gettext_lazy(
        "%(name)s has %(share)s, the fewest, and is withdrawn."
    ),
    Why.NOT_IN_THE_TOP_TWO: gettext_lazy(
        "%(name)s has %(share)s and is not among the top two, whose names go into the "
        "hat."
    ),
    Why.REACHED: gettext_lazy("%(name)s has %(share)s and is elected: %(elect)s."),
    Why.CONFIRMED: gettext_lazy(
        "%(name)s is elected: %(votes)s of %(total)s said yes, and %(elect)s."
    ),
    Why.ACCLAIMED: gettext_lazy("%(name)s is elected by acclamation: nobody objected."),
    Why.MOST_VOTES: gettext_lazy(
        "%(name)s has %(share)s and is elected: the most votes win."
    ),
    Why.NEXT_IN_LINE: gettext_lazy(
        "%(name)s has %(share)s, is the next in line, and is elected."
    ),
    Why.DRAWN: gettext_lazy("%(name)s was drawn from the hat and is elected."),
    Why.LAST_SLIP: gettext_lazy(
        "%(name)s is alone in the hat, and is elected without a draw."
    ),
    Why.DRAWN_SECOND: gettext_lazy(
        "%(name)s was the second to be drawn, and is the alternate."
    ),
    Why.SEATS_FILLED: gettext_lazy("%(name)s is not elected: every seat is filled."),
    Why.NOT_CONFIRMED: gettext_lazy(
        "%(name)s is not elected: %(votes)s of %(total)s said yes, and %(elect)s."
    ),
    Why.NOT_DRAWN: gettext_lazy("%(name)s was not drawn from the hat."),
    Why.NO_VOTES: gettext_lazy("%(name)s has no vote and is not elected."),
    Why.DECLINED: gettext_lazy("%(name)s was elected and declined."),
}


def fate_of(outcome: Outcome, name: str, rules: Rules) -> str:
    """Return the sentence: “C has 10 of 50 votes, exactly one-fifth, and stays.”"""
    told = _TOLD[outcome.why]
    if outcome.is_exact and outcome.why in _EXACT:
        told = _EXACT[outcome.why]
    return told % {
        "name": name,
        "votes": outcome.votes,
        "total": outcome.total,
        "share": share_in_words(outcome.votes, outcome.total),
        "elect": elect_in_words(outcome.threshold),
        "part": part_in_words(rules.needed_parts, rules.needed_of),
    }


def what_comes_next(standing: Standing, names: Mapping[int, str]) -> str:
    """Return what comes next in an election, where ``names`` were nominated."""
    if not names:
        return _("Nobody was nominated yet.")
    if not standing.candidates:
        return _("Nobody has said yet that they stand.")
    return next_in_words(standing.next, names)


def next_in_words(after: Next, names: Mapping[int, str]) -> str:
    """Return what comes next: “Ballot 3 on Ann B. and Bob C.: each voter writes one.”

    A name ends with a full stop of its own, so that it never ends the sentence.
    """
    all_names = names_in_words([names[each] for each in after.among])
    params = {"n": after.number, "all": all_names, "most": after.seats}
    if after.step != Step.BALLOT:
        return _NEXT[after.step] % params
    told = ngettext(
        "Ballot %(n)s, among %(all)s: each voter writes one name.",
        "Ballot %(n)s, among %(all)s: each voter marks up to %(most)s names.",
        after.seats,
    )
    return told % params


_NEXT = {
    Step.YES_NO: gettext_lazy("Ballot %(n)s, on %(all)s: yes or no."),
    Step.ACCLAMATION: gettext_lazy(
        "Acclamation of %(all)s: the chair asks whether anybody objects."
    ),
    Step.MOTION: gettext_lazy(
        "The chair asks for a motion, a second and a simple majority of hands for a "
        "fifth and last ballot. If it is defeated, the hat follows at once."
    ),
    Step.HAT: gettext_lazy("The hat, with the names of %(all)s in it."),
    Step.ELECTED: gettext_lazy("The election is complete."),
    Step.NEW_VOTE: gettext_lazy("Among %(all)s the vote begins again."),
    Step.NOMINATIONS: gettext_lazy(
        "Nobody is left to vote on: nominations are open again."
    ),
}


def method_in_words(rules: Rules) -> str:
    """Return what elects: “Two-thirds of the votes cast elect, exactly that too.”"""
    part = part_in_words(rules.needed_parts, rules.needed_of)
    if rules.system == System.PLURALITY:
        told = _("The most votes win; a tie for the last seat is voted on again.")
    elif rules.is_more_than:
        told = _("More than %s of the valid votes elects.") % part
    else:
        told = _("At least %s of the valid votes elects.") % part
    if rules.are_blanks_counted:
        return f"{told} {_('Blank ballots are counted among them.')}"
    return told
