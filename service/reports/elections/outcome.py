"""What came of an election, in one sentence or two."""

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from service.models import Election
from service.reports.elections.fractions import names_in_words
from service.reports.elections.words import fate_of
from service.voting import Rules, Standing


def outcome_in_words(
    election: Election, standing: Standing, names: Mapping[int, str], rules: Rules
) -> str:
    """Return what came of it; what has come of it so far while it is open; or ""."""
    if election.outcome == Election.Outcome.CALLED_OFF:
        return _("This election was called off on %s.") % _day(election)
    told = [
        fate_of(each, names[each.candidate], rules)
        for each in standing.candidates
        if each.candidate in {*standing.elected, standing.alternate}
        or each.candidate in _declined(standing)
    ]
    if election.outcome in {Election.Outcome.NOBODY, Election.Outcome.DECLINED}:
        told.append(_("The election begins again."))
    elif election.outcome == Election.Outcome.ELECTED:
        told.append(_begins(election, standing, names))
    return " ".join(told)


def _declined(standing: Standing) -> set[int]:
    return {each.candidate for each in standing.candidates if each.fate == "declined"}


def _begins(election: Election, standing: Standing, names: Mapping[int, str]) -> str:
    who = names_in_words([names[each] for each in standing.elected])
    begins = date_format(election.begins_on, "DATE_FORMAT")
    count = len(standing.elected)
    if election.last_on is None:
        told = ngettext(
            "%(who)s serves from %(begins)s.", "%(who)s serve from %(begins)s.", count
        )
        return told % {"who": who, "begins": begins}
    told = ngettext(
        "%(who)s serves from %(begins)s until %(last)s.",
        "%(who)s serve from %(begins)s until %(last)s.",
        count,
    )
    last = date_format(election.last_on, "DATE_FORMAT")
    return told % {"who": who, "begins": begins, "last": last}


def _day(election: Election) -> str:
    return date_format(election.decided_on, "DATE_FORMAT")
