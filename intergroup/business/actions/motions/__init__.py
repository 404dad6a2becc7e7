"""The life of a motion, from the form it was sent by to the policy it made."""

from intergroup.business.actions.motions.agenda import put_on_agenda
from intergroup.business.actions.motions.ballots import (
    Said,
    answer_by_link,
    find_ballot,
    groups_that_vote,
    record_answers,
    send_to_groups,
)
from intergroup.business.actions.motions.counting import (
    answers_of,
    count_answers,
    decide_by_the_groups,
)
from intergroup.business.actions.motions.following import settle
from intergroup.business.actions.motions.mailing import (
    ballots_post,
    write_ballots,
)
from intergroup.business.actions.motions.numbering import next_number
from intergroup.business.actions.motions.policies import make_policy
from intergroup.business.actions.motions.receiving import (
    Sent,
    let_go_of_submissions,
    meeting_for,
    receive,
)
from intergroup.business.actions.motions.repeating import decided_before
from intergroup.business.actions.motions.striking import (
    last_step,
    may_be_struck,
    strike,
)
from intergroup.business.actions.motions.taking import take
from intergroup.business.actions.motions.turns import (
    Standing,
    in_turn,
    standing_of,
)

__all__ = [
    "Said",
    "Sent",
    "Standing",
    "answer_by_link",
    "answers_of",
    "ballots_post",
    "count_answers",
    "decide_by_the_groups",
    "decided_before",
    "find_ballot",
    "groups_that_vote",
    "in_turn",
    "last_step",
    "let_go_of_submissions",
    "make_policy",
    "may_be_struck",
    "meeting_for",
    "next_number",
    "put_on_agenda",
    "receive",
    "record_answers",
    "send_to_groups",
    "settle",
    "standing_of",
    "strike",
    "take",
    "write_ballots",
]
