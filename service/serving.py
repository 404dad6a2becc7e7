"""Who serves, as business meetings ask for it."""

from datetime import date

from intergroup.business import servants
from intergroup.business.servants import Servant
from service.models import Term


@servants.provider
def trusted_servants(day: date) -> list[Servant]:
    """Return those who serve on ``day``, and those who stand in for them."""
    terms = Term.objects.serving_on(day)
    terms = terms.select_related("position__committee", "person")
    found = terms.order_by(
        "position__order", "position__name", "seat", "standing", "began_on"
    )
    return [_servant(each) for each in found]


def _servant(term: Term) -> Servant:
    position = term.position
    several = position.seats > 1
    return Servant(
        office=f"{position.name} {term.seat}" if several else position.name,
        person=term.person,
        address=position.email or term.person.email,
        committee=position.committee.name if position.committee else "",
        has_vote=position.has_vote,
    )
