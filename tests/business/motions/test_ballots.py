"""Asking the groups: a ballot each, a link good once, the count, and what follows."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from intergroup.business.actions.motions import (
    Said,
    answer_by_link,
    answers_of,
    count_answers,
    decide_by_the_groups,
    find_ballot,
    record_answers,
    send_to_groups,
)
from intergroup.business.actions.motions.counting import Answers
from intergroup.business.actions.rollcall import call_group
from intergroup.business.models import GroupBallot, MotionStep, Rules
from intergroup.business.reports.motion_words import answers_in_words
from tests.business.motions.asking import (
    DUE,
    IN_TIME,
    TOO_LATE,
    links,
    mail_ballots,
    send_out,
)
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)

Answer, Kind = GroupBallot.Answer, MotionStep.Kind


def answer(motion, said):
    """Let the groups answer, by their numbers."""
    ballots = {each.group.number: each.pk for each in motion.ballots.all()}
    answers = {ballots[number]: Said(what) for number, what in said.items()}
    return record_answers(motion, answers, on=IN_TIME)


def count(motion, meeting):
    step = MotionStep(motion=motion, meeting=meeting, done_on=meeting.held_on)
    return count_answers(step, recorded_by=None)


def test_every_group_on_the_roll_that_is_old_enough_gets_one(moved, january):
    Rules.objects.create(pk=1, days_before_vote=30)
    GroupFactory(number=9, registered_on=date(2025, 12, 13))
    GroupFactory(number=10, registered_on=date(2025, 12, 12))
    GroupFactory(number=11, status="inactive")

    motion = send_out(moved, january)

    assert [each.group.number for each in motion.ballots.all()] == [7, 8, 10]
    assert (motion.result, motion.answers_due_on) == ("to-groups", DUE)


@pytest.mark.parametrize(("came", "numbers"), [(0, [7, 8]), (1, [7, 8, 9])])
def test_the_groups_that_vote_are_those_of_the_roll_call(
    moved, january, hope, came, numbers
):
    Rules.objects.create(pk=1, attendances_before_vote=2)
    first = BusinessMeetingFactory(held_on=date(2025, 11, 9))
    second = BusinessMeetingFactory(held_on=date(2025, 12, 14))
    new = GroupFactory(number=9, name="New", registered_on=date(2025, 12, 1))
    first.roll.create(group=hope)
    for meeting in [second][:came]:
        meeting.roll.create(group=new, has_vote=False)

    motion = send_out(moved, january)

    assert [each.group.number for each in motion.ballots.all()] == numbers
    may_vote = call_group(january, new, person=None, today=january.held_on).has_vote
    assert may_vote is (9 in numbers)


def test_it_is_sent_out_at_a_meeting(moved, january):
    step = MotionStep(motion=moved, done_on=january.held_on)

    with pytest.raises(ValidationError, match="Say at which meeting"):
        send_to_groups(step, due_on=DUE, recorded_by=None)


def test_the_day_to_answer_by_comes_after_the_meeting(moved, january):
    step = MotionStep(motion=moved, meeting=january, done_on=january.held_on)

    with pytest.raises(ValidationError, match="a day later than"):
        send_to_groups(step, due_on=january.held_on, recorded_by=None)

    assert not GroupBallot.objects.exists()


def test_one_group_has_one_vote(out, hope):
    with pytest.raises(IntegrityError):
        GroupBallot.objects.create(
            motion=out, group=hope, sent_on=DUE, expires_on=TOO_LATE
        )


def test_who_speaks_for_a_group_is_mailed_and_else_its_mailbox(out, hope, grace):
    for is_alternate, email in [(False, "jo@example.org"), (True, "al@example.org")]:
        person = PersonFactory(email=email)
        RepresentativeFactory(group=hope, person=person, is_alternate=is_alternate)

    tokens = links(out)

    assert set(tokens) == {"jo@example.org", "al@example.org", "grace@example.org"}
    assert tokens["jo@example.org"] == tokens["al@example.org"]
    assert all(each.to == [] for each in mail.outbox)
    assert "That we do." in mail.outbox[0].body


def test_one_who_speaks_for_two_groups_gets_both_links_in_one_letter(out, hope, grace):
    for group in (hope, grace):
        person = PersonFactory(email="jo@example.org")
        RepresentativeFactory(group=group, person=person)

    tokens = links(out)

    assert len(tokens["jo@example.org"]) == 2
    groups = [find_ballot(each, on=DUE).group for each in tokens["jo@example.org"]]
    assert groups == [hope, grace]


def test_a_link_is_kept_as_a_hash_only(out):
    tokens = links(out)

    kept = set(GroupBallot.objects.values_list("token_hash", flat=True))
    assert not kept & {each for found in tokens.values() for each in found}


def test_a_group_without_an_address_is_named(moved, january):
    GroupFactory(number=9, name="Silent")
    motion = send_out(moved, january)

    sending = mail_ballots(motion)

    lines = sending.lines.filter(is_sent=False).values_list("to", "problem")
    assert list(lines) == [("Group 9 Silent", "no e-mail address")]


def test_a_link_takes_one_answer(out):
    (token,) = links(out)["hope@example.org"]

    ballot = answer_by_link(token, Said("for", way="link"), on=DUE)

    assert (ballot.answer, ballot.answered_on, ballot.way) == ("for", DUE, "link")
    assert find_ballot(token, on=DUE) is None
    with pytest.raises(ValidationError, match="used"):
        answer_by_link(token, Said("against", way="link"), on=DUE)


@pytest.mark.parametrize(("day", "is_good"), [(IN_TIME, True), (TOO_LATE, False)])
def test_a_link_is_good_until_the_last_day_to_answer(out, day, is_good):
    (token,) = links(out)["hope@example.org"]

    assert (find_ballot(token, on=day) is not None) is is_good


def test_a_second_mail_makes_the_first_link_useless(out):
    (first,) = links(out)["hope@example.org"]
    mail.outbox.clear()
    (second,) = links(out)["hope@example.org"]

    assert find_ballot(first, on=DUE) is None
    assert find_ballot(second, on=DUE) is not None


def test_the_office_may_correct_an_answer_until_the_count(out, february):
    answer(out, {7: "for"})
    answer(out, {7: "against", 8: "abstain"})

    told = answers_of(out)

    assert (told.ayes, told.noes, told.abstentions, told.asked) == (0, 1, 1, 2)
    count(out, february)
    with pytest.raises(ValidationError, match="not out with the groups"):
        answer(out, {7: "for"})


def test_a_late_answer_is_refused_with_a_sentence(out):
    (ballot, _other) = out.ballots.all()

    with pytest.raises(ValidationError, match="what came later is not counted"):
        record_answers(out, {ballot.pk: Said("for")}, on=TOO_LATE)


def test_a_ballot_that_is_not_of_this_motion_takes_no_answer(out):
    with pytest.raises(ValidationError, match="sent out anew"):
        record_answers(out, {0: Said("for")}, on=IN_TIME)


def test_the_count_is_kept_on_a_step_and_no_link_is_good_after_it(out, february):
    (token,) = links(out)["grace@example.org"]
    answer(out, {7: "for"})

    step = count(out, february)

    totals = (step.votes_for, step.votes_against, step.abstentions)
    assert (totals, step.votes_here, step.votes_on_roll) == ((1, 0, 0), 1, 2)
    assert find_ballot(token, on=IN_TIME) is None


@pytest.mark.parametrize(
    ("said", "result"),
    [({7: "for", 8: "abstain"}, "carried"), ({7: "for", 8: "against"}, "failed")],
)
def test_the_count_of_the_groups_decides(out, february, said, result):
    answer(out, said)
    count(out, february)
    step = MotionStep(motion=out, meeting=february, done_on=february.held_on)

    decide_by_the_groups(step, recorded_by=None)

    out.refresh_from_db()
    assert (out.result, out.decided_at) == (result, february)


def test_or_the_meeting_votes_on_it(out, february, step):
    count(out, february)

    motion = step(out, Kind.VOTED, meeting=february, votes_for=3, votes_against=1)

    assert (motion.result, motion.votes_for) == ("carried", 3)


@pytest.mark.parametrize(
    ("ayes", "noes", "abstentions", "verdict", "needed"),
    [
        (2, 1, 0, "That is substantial unanimity:", "2 of 3."),
        (2, 1, 1, "That is not substantial unanimity: it takes", "3 of 4."),
        (14, 7, 0, "That is substantial unanimity:", "14 of 21."),
        (14, 8, 0, "That is not substantial unanimity: it takes", "15 of 22."),
    ],
)
def test_substantial_unanimity_at_its_edges(ayes, noes, abstentions, verdict, needed):
    told = answers_in_words(Answers(ayes, noes, abstentions, asked=40))

    rule = "two-thirds of the groups that answered"
    assert told.endswith(f"{verdict} {rule}, {needed}")
