"""What business meetings pin to the desk."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.reports.action_items import of_person
from intergroup.business.reports.upcoming import for_the_group, next_meeting
from intergroup.business.reports.waiting_motions import waiting_motions
from intergroup.kit import desk


@desk.card(
    "next-business-meeting",
    title=_("Next business meeting"),
    order=50,
    template="business/desk/next_meeting.html",
    permission="business.change_businessmeeting",
)
def next_business_meeting(user, day):
    """Show the next meeting and the state of its packet to those who prepare it."""
    return next_meeting(day)


@desk.card(
    "for-your-group",
    title=_("For your group"),
    order=55,
    template="business/desk/for_the_group.html",
)
def for_your_group(user, day):
    """Show a group’s representative the next meeting and what the groups are asked."""
    return for_the_group(user.person, day) if user.person_id else None


@desk.card(
    "my-tasks",
    title=_("What you took on"),
    order=82,
    template="business/desk/my_tasks.html",
)
def my_tasks(user, day):
    """Show what somebody took on at a meeting and has not done yet."""
    return of_person(user.person, day) if user.person_id else None


@desk.card(
    "motions",
    title=_("Motions"),
    order=52,
    template="business/desk/motions.html",
    permission="business.change_motion",
)
def motions_that_wait(user, day):
    """Show those who lead them the motions sent in, and those with the groups."""
    return waiting_motions()
