"""What business meetings pin to the sheet that a representative carries home."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.reports.carrying import decided, to_ask, what_comes
from intergroup.kit import take_home


@take_home.section(
    "decided",
    title=_("What was decided"),
    order=10,
    template="business/take_home/decided.html",
)
def decided_section(meeting, group):
    """Tell each decision in a line."""
    return decided(meeting)


@take_home.section(
    "to-ask",
    title=_("What to ask the group"),
    order=20,
    template="business/take_home/to_ask.html",
)
def to_ask_section(meeting, group):
    """Show the motions that are out with the groups, in their exact words."""
    return to_ask(meeting)


@take_home.section(
    "what-comes",
    title=_("Dates and events"),
    order=60,
    template="business/take_home/what_comes.html",
)
def what_comes_section(meeting, group):
    """Show what to put in the calendar."""
    return what_comes(meeting)
