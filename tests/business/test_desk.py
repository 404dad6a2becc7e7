"""The desk cards of business meetings."""

from datetime import date, time

from django.urls import reverse

from intergroup.business.models import AgendaItem
from intergroup.kit import desk
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    RepresentativeFactory,
)

FEBRUARY_1 = date(2026, 2, 1)
FEBRUARY_8 = date(2026, 2, 8)


def card(user, slug, day=FEBRUARY_1):
    """Return the HTML of one card of this person’s desk; None if it is not there."""
    desk.discover()
    shown = {each.slug: html for each, html in desk.render(user, day)}
    return shown.get(slug)


def test_sam_sees_the_next_meeting_and_how_full_it_is(sam):
    meeting = BusinessMeetingFactory(begins_at=time(14), place="Unity Hall")
    AgendaItem.objects.create(meeting=meeting, title="Open")
    MotionFactory(meeting=meeting)

    html = card(sam, "next-business-meeting")

    assert "Sunday, Feb. 8, 2026" in html
    assert "item on the agenda" in html
    assert ">motion<" in html
    assert reverse("business:packet", args=[meeting.pk]) in html


def test_the_day_of_the_meeting_it_is_still_the_next(sam):
    BusinessMeetingFactory()

    html = card(sam, "next-business-meeting", FEBRUARY_8)

    assert "Sunday, Feb. 8, 2026" in html


def test_sam_is_told_to_plan_when_no_meeting_is_ahead(sam):
    BusinessMeetingFactory()

    html = card(sam, "next-business-meeting", date(2026, 2, 9))

    assert "No business meeting is planned." in html


def test_tess_does_not_see_the_card_of_those_who_prepare_the_meeting(tess):
    BusinessMeetingFactory()

    assert card(tess, "next-business-meeting") is None


def test_gail_sees_what_to_carry_to_her_group(gail):
    meeting = BusinessMeetingFactory()
    group = GroupFactory(number=12, name="Friday Hope")
    RepresentativeFactory(group=group, person=gail.person)
    MotionFactory(
        meeting=meeting,
        number="01-26-03",
        result="to-groups",
        answers_due_on=FEBRUARY_8,
    )

    html = card(gail, "for-your-group")

    assert "12 Friday Hope" in html
    assert "01-26-03 Buy a projector" in html
    assert "answer by Feb. 8, 2026" in html
    assert reverse("business:packet", args=[meeting.pk]) in html


def test_gail_sees_no_card_once_she_no_longer_represents_her_group(gail):
    RepresentativeFactory(person=gail.person, ends_on=FEBRUARY_1)

    assert card(gail, "for-your-group") is None


def test_a_motion_whose_answers_were_due_is_not_asked_again(gail):
    RepresentativeFactory(person=gail.person)
    MotionFactory(result="to-groups", answers_due_on=date(2026, 1, 31))

    assert "The groups are asked" not in card(gail, "for-your-group")


def test_sam_sees_what_was_sent_in_and_what_is_with_the_groups(sam):
    meeting = BusinessMeetingFactory()
    MotionFactory(meeting=meeting, number="", result="received")
    out = MotionFactory(meeting=meeting, title="Tea", result="to-groups")
    days = {"sent_on": FEBRUARY_1, "expires_on": FEBRUARY_8}
    for answer in ({}, {"answer": "for", "answered_on": FEBRUARY_1, "way": "paper"}):
        out.ballots.create(group=GroupFactory(), **days, **answer)

    html = card(sam, "motions")

    assert "One motion was sent in" in html
    assert "Tea" in html
    assert "1 of 2 groups have answered." in html


def test_the_card_of_motions_is_left_out_where_none_waits(sam):
    MotionFactory()

    assert card(sam, "motions") is None
