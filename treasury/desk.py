"""What the treasury lays on the desk."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit.desk import card
from treasury.reports import glance
from treasury.reports import waiting as waits
from treasury.reports.our_group import our_contributions

TREASURER = "treasury.add_contribution"


@card(
    "money",
    title=_("Money at a glance"),
    order=10,
    permission=TREASURER,
    template="treasury/desk/money.html",
)
def money(user, day):
    """Return what each fund holds today."""
    return glance.money_at_a_glance(day)


@card(
    "waiting",
    title=_("Waiting for you"),
    order=20,
    permission=TREASURER,
    template="treasury/desk/waiting.html",
)
def waiting(user, day):
    """Return what is to be identified, deposited, approved, paid and gone through."""
    return waits.waiting(user, day)


@card(
    "approvals",
    title=_("Waiting for your approval"),
    order=25,
    permission="treasury.add_approval",
    template="treasury/desk/waiting.html",
)
def approvals(user, day):
    """Return what waits for a yes of those who do not keep the books."""
    return None if user.has_perm(TREASURER) else waits.approvals(user, day)


@card(
    "this-month",
    title=_("Contributions this month"),
    order=30,
    permission=TREASURER,
    template="treasury/desk/this_month.html",
)
def this_month(user, day):
    """Return this month so far, beside a year ago."""
    return glance.this_month(day)


@card(
    "next-steps",
    title=_("Next for the treasurer"),
    order=40,
    permission=TREASURER,
    template="treasury/desk/next_steps.html",
)
def next_steps(user, day):
    """Return the month to close and the meeting to report to."""
    return glance.next_steps(day)


@card(
    "review",
    title=_("The books under review"),
    order=45,
    permission="treasury.view_closedmonth",
    template="treasury/desk/review.html",
)
def review(user, day):
    """Return the closed months and the state of the books, for a reviewer."""
    return None if user.has_perm(TREASURER) else glance.review()


@card(
    "our-contributions",
    title=_("What our group contributed"),
    order=140,
    template="treasury/desk/our_contributions.html",
)
def ours(user, day):
    """Show those who speak for a group its own contributions and receipts."""
    return our_contributions(user.person, day) or None if user.person_id else None
