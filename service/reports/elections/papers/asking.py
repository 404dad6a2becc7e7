"""What a ballot asks: its number, on whom, and how many names each voter may write."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.business.reports.rollcall import roll_call
from intergroup.registry.models import Group
from service.models import Election, Position
from service.reports.elections.record import ElectionRecord
from service.voting import Rules, Step, System
from service.voting.third_legacy import LAST

MOST_BALLOTS = 20
MOST_PAPERS = 2_000
USUAL_PAPERS = 40


@dataclass(frozen=True, slots=True)
class Question:
    """One ballot as it is put to the voters.

    ``names`` are those on it; nobody where it is still to be seen who will be.
    ``is_yes_no`` asks for a yes or no to all of them together.
    """

    number: int
    seats: int
    names: tuple[str, ...]
    is_yes_no: bool

    @property
    def title(self) -> str:
        """Return “Ballot 2”."""
        return _("Ballot %s") % self.number


def question(
    record: ElectionRecord, rules: Rules, *, number: int | None = None
) -> Question | None:
    """Return a ballot that was held, is next or may come; None if it cannot come.

    Without a ``number`` it is the next one.
    """
    after, following = record.standing.next, record.next_ballot
    held = {each.number: each for each in record.standing.rounds}
    if number in held:
        on = tuple(each.candidate for each in held[number].outcomes)
        step, seats = held[number].step, held[number].seats
    elif not following or not following <= (number or following) <= _last(rules):
        return None
    elif number in {None, following}:
        on, step, seats = after.among, after.step, after.seats
    else:
        on, step, seats = (), Step.BALLOT, rules.seats
    return Question(
        number=number or following,
        seats=seats,
        names=_told_apart(record, on),
        is_yes_no=step in {Step.YES_NO, Step.ACCLAMATION},
    )


def papers_needed(election: Election) -> int:
    """Return how many may vote: the groups on the roll, and positions with a vote."""
    meeting = election.meeting
    on_the_roll = Group.objects.on_the_roll()
    groups = roll_call(meeting).roll if meeting else on_the_roll.count()
    day = meeting.held_on if meeting else election.opened_on
    voting = Position.objects.open_on(day).filter(has_vote=True)
    voters = groups + (voting.aggregate(seats=Sum("seats"))["seats"] or 0)
    return min(voters or USUAL_PAPERS, MOST_PAPERS)


def _last(rules: Rules) -> int:
    return LAST if rules.system == System.THIRD_LEGACY else MOST_BALLOTS


def _told_apart(record: ElectionRecord, on: tuple[int, ...]) -> tuple[str, ...]:
    """Return the names of those on a ballot; “Pat D. (2)” where two share one.

    They are numbered as they stand in the record, which is the same on every ballot.
    """
    shared = Counter(each.name for each in record.stand)
    seen, names = Counter(), {}
    for each in record.stand:
        seen[each.name] += 1
        is_shared = shared[each.name] > 1
        names[each.pk] = f"{each.name} ({seen[each.name]})" if is_shared else each.name
    return tuple(names[each] for each in on)
