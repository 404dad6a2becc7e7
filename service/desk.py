"""What service pins to the desk."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import desk
from service.reports.elections.agenda import open_elections
from service.reports.handing_on import on_desk
from service.reports.held import held_back
from service.reports.mine import my_service
from service.reports.opportunities import for_the_group
from service.reports.vacancies import vacancies


@desk.card(
    "elections",
    title=_("Elections"),
    order=65,
    template="service/desk/elections.html",
    permission="service.change_election",
)
def elections(user, day):
    """Show the open elections, each with its next step, to those who run them."""
    return open_elections()


@desk.card(
    "opportunities",
    title=_("Open positions to read out"),
    order=60,
    template="service/desk/opportunities.html",
    permission="service.view_position",
)
def opportunities(user, day):
    """Show those who speak for a group what is open, and the flyer for its wall."""
    return for_the_group(user.person, day) if user.person_id else None


@desk.card(
    "positions",
    title=_("Positions"),
    order=70,
    template="service/desk/positions.html",
    permission="service.change_term",
)
def positions(user, day):
    """Show what is vacant, and whose term ends soon, to those who keep the roster."""
    return vacancies(day)


@desk.card(
    "handover",
    title=_("To hand on"),
    order=75,
    template="service/desk/handover.html",
)
def handover(user, day):
    """Show what waits to change hands: one’s own; to the keepers, all of it."""
    return on_desk(user, day)


@desk.card(
    "held-back",
    title=_("Words held back from the public"),
    order=77,
    template="service/desk/held_back.html",
    permission="service.change_position",
)
def held(user, day):
    """Show what nobody else can read of positions, because it may be a person’s."""
    return held_back(day)


@desk.card(
    "my-position",
    title=_("My position"),
    order=80,
    template="service/desk/my_position.html",
)
def my_position(user, day):
    """Show those who serve until when they do."""
    return my_service(user.person, day) if user.person_id else None
