"""The demonstration in the database, loaded once for this file."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models import EmailField, F, Q

from intergroup.business import majorities
from intergroup.business.actions.motions import answers_of, standing_of
from intergroup.business.models import (
    AgendaTemplate,
    BusinessMeeting,
    Guideline,
    Motion,
)
from intergroup.demo.actions import shown_sign_ins
from intergroup.demo.actions.people import in_their_roles
from intergroup.demo.body import PASSWORD
from intergroup.demo.people import representatives, sign_ins
from intergroup.demo.story import Story
from intergroup.registry.models import (
    Body,
    District,
    Group,
    Meeting,
    Person,
    Representative,
    User,
)
from service.access import roles_held
from service.models import Committee, Handover, Position, Term
from treasury.models import (
    Contribution,
    Entry,
    Fund,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

TODAY = date(2026, 11, 22)
APPROVE = "treasury.add_approval"
OURS = ("registry", "business", "service", "treasury")
TEN_YEARS = timedelta(days=3650)


def test_it_is_as_rich_as_it_says():
    counted = {model: model.objects.count() for model in (District, Group, Meeting)}

    assert counted == {District: 4, Group: 48, Meeting: 110}
    assert (Position.objects.count(), Committee.objects.count()) == (14, 6)
    assert (Fund.objects.count(), BusinessMeeting.objects.count()) == (5, 7)
    assert Contribution.objects.unidentified().count() == 2


def test_every_way_of_meeting_and_of_giving_occurs():
    ways = set(Meeting.objects.values_list("attendance", flat=True))
    methods = set(Contribution.objects.values_list("method", flat=True))

    assert ways == set(Meeting.Attendance.values)
    assert methods == set(Contribution.Method.values) - {"other"}
    assert set(Group.objects.values_list("status", flat=True)) == set(
        Group.Status.values
    )
    results = set(Motion.objects.values_list("result", flat=True))
    assert results == set(Motion.Result.values)


def test_a_motion_is_out_with_ballots_half_answered_and_one_has_made_a_policy():
    out = Motion.objects.get(title="A district for online groups")
    told = answers_of(out)

    assert standing_of(out).state == "out"
    assert told.answered == told.asked // 2
    assert [str(each) for each in Guideline.objects.all()] == [
        "Two readers of the books"
    ]


@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 13)])
def test_two_positions_are_vacant_and_others_end_soon(day):
    serving = Term.objects.serving_on(day)
    vacant = Position.objects.exclude(terms__in=serving)
    soon = serving.ending_between(day, date(2027, 3, 1))

    assert [str(each) for each in vacant] == [
        "Alternate Delegate",
        "Public information",
    ]
    assert sorted(str(term.position) for term in soon) == [
        "Books reviewer",
        "Events",
        "Literature",
        "Secretary",
        "Treasurer",
    ]


def test_one_hand_over_is_half_way_and_one_is_done():
    half_way, done = Handover.objects.with_counts().order_by("-pk")

    assert (str(half_way), half_way.given_count, half_way.taken_count) == (
        "Treasurer",
        3,
        0,
    )
    assert half_way.to_term is None
    assert (str(done), done.item_count, done.taken_count) == ("Secretary", 5, 5)
    assert not Position.objects.filter(handover_points=None).exists()


def test_everything_is_as_its_own_form_would_want_it():
    rows = [
        row
        for model in (Body, Group, Meeting, Person, Representative, User, Term, Motion)
        for row in model.objects.all()
    ]

    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False)


def test_the_meeting_ahead_has_new_groups_to_welcome():
    period = BusinessMeeting.objects.ahead(TODAY).get().period
    new = Group.objects.registered_between(period.first, period.last)

    assert [group.number for group in new] == [61, 62]


def test_every_reference_leads_somewhere():
    connection.check_constraints()


def test_every_past_meeting_had_its_quorum_and_no_more_votes_than_groups():
    roll = Group.objects.on_the_roll().count()

    for meeting in BusinessMeeting.objects.before(TODAY):
        voters = meeting.roll.filter(has_vote=True).count()
        cast = meeting.motions_decided.annotate(
            cast=F("votes_for") + F("votes_against") + F("abstentions")
        )
        assert voters >= majorities.quorum(roll, parts=1, of=2)
        assert [motion for motion in cast if motion.cast > voters] == []


def test_movers_and_seconders_were_there():
    held = Motion.objects.filter(meeting__held_on__lt=TODAY)

    for motion in held:
        present = set(motion.meeting.roll.values_list("group", flat=True))
        movers = {motion.moved_by_group_id, motion.seconded_by_group_id} - {None}
        assert movers <= present


def test_no_address_leads_to_anybody():
    for model in (
        each for app in OURS for each in apps.get_app_config(app).get_models()
    ):
        for field in model._meta.concrete_fields:
            if isinstance(field, EmailField):
                reached = model.objects.exclude(**{field.name: ""})
                outside = reached.exclude(
                    Q(**{f"{field.name}__endswith": "@example.org"})
                    | Q(**{f"{field.name}__endswith": ".example.org"})
                )
                assert not outside.exists(), field


def test_a_second_load_changes_nothing(capsys):
    before = Entry.objects.count(), Group.objects.count(), User.objects.count()

    call_command("load_demo")

    assert "is here already; nothing was changed" in capsys.readouterr().out
    after = Entry.objects.count(), Group.objects.count(), User.objects.count()
    assert after == before


def test_every_printed_sign_in_opens_with_the_printed_password(client, capsys):
    call_command("load_demo", sign_ins=True, today=str(TODAY))

    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["Role", "Who", "E-mail", "Password"]
    assert len(rows) == 7
    for row in rows:
        *_who, email, password = row.split()
        assert password == PASSWORD
        assert client.login(username=email, password=password), email


def test_each_role_is_held_by_somebody_who_serves_in_it():
    for role, _person, email in shown_sign_ins():
        user = User.objects.get(email=email)
        is_everything = role == "Administrator"
        held = [each.name for each in roles_held(user.person, TODAY)]
        assert held == ([] if is_everything else [role])
        assert (user.is_staff, user.is_superuser) == (is_everything, is_everything)
        assert not user.groups.exists()


def test_the_story_is_told_in_its_roles_when_the_terms_are_long_over(undone):
    for term in Term.objects.all():
        term.began_on -= TEN_YEARS
        term.ends_on -= TEN_YEARS
        term.save(update_fields=["began_on", "ends_on"])
    rows = sign_ins(representatives(Story(TODAY)))
    users = {row.mailbox: User.objects.get(email=row.email) for row in rows}

    with in_their_roles(rows, users):
        may = [users[who].has_perm(APPROVE) for who in ("chair", "secretary")]

    assert may == [True, True]
    assert not User.objects.get(email=rows[3].email).has_perm(APPROVE)


def test_a_role_that_nobody_holds_any_more_is_told_of(capsys):
    call_command("load_demo", sign_ins=True, today="2027-03-01")

    told = capsys.readouterr().out.splitlines()[-1]
    assert told == (
        "Rights follow service, and on March 1, 2027 nobody here serves as: "
        "Treasurer, Secretary. The administrator can begin new terms."
    )


def test_officers_were_there_and_the_quorum_was_counted_at_every_past_meeting():
    for meeting in BusinessMeeting.objects.before(TODAY):
        (counted,) = meeting.quorum_counts.all()
        assert counted.has_quorum
        assert meeting.attendees.filter(kind="officer").count() >= 4
        assert meeting.closed_at


def test_the_meeting_ahead_has_its_deadlines_and_its_order_of_business():
    ahead = BusinessMeeting.objects.ahead(TODAY).get()

    assert ahead.reports_due_on == date(2026, 12, 10)
    assert ahead.motions_due_on == date(2026, 12, 6)
    usual = AgendaTemplate.objects.get(is_usual=True)
    titles = list(usual.items.values_list("title", flat=True))
    assert list(ahead.agenda.values_list("title", flat=True)) == titles
