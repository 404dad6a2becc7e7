"""The fictional area: its groups, who speaks for them, who serves, and their roles.

Run as a program with the settings of the server: it fills an empty database.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from django.contrib.auth.models import Group as Role  # noqa: E402

from intergroup.registry.models import (  # noqa: E402
    Body,
    Group,
    Person,
    Representative,
    User,
)
from service.models import Position, Term  # noqa: E402

PASSWORD = "a year of service"
GROUPS = ("Friday Hope", "One Day", "New Dawn", "Riverside", "Lantern", "Keep Coming")
SERVE = {
    "Chair": ("Cal", "Chair"),
    "Secretary": ("Sam", "Secretary"),
    "Treasurer": ("Tess", "Treasurer"),
    "Delegate": ("Dee", None),
}
BEGAN = date(2025, 1, 1)


def person(name, initial):
    email = f"{name.lower()}@example.org"
    return Person.objects.create(first_name=name, last_initial=initial, email=email)


def user(whose):
    made = User(email=whose.email, person=whose)
    made.set_password(PASSWORD)
    made.save()


def fill():
    Body.objects.create(
        pk=1,
        name="Heroin Anonymous, Lantern Hills Area",
        time_zone="America/Chicago",
        email="area@example.org",
    )
    for order, (office, (name, role)) in enumerate(SERVE.items(), start=1):
        _serve(office, person(name, "A"), role, order * 10)
    for number, name in enumerate(GROUPS, start=1):
        _group(number, name)


def _serve(office, whose, role, order):
    position = Position.objects.create(
        name=office,
        order=order,
        term_months=36,
        has_vote=office == "Chair",
        role=Role.objects.get(name=role) if role else None,
    )
    Term.objects.create(position=position, person=whose, began_on=BEGAN)
    user(whose)


def _group(number, name):
    group = Group.objects.create(
        number=number, name=name, status="active", registered_on=BEGAN
    )
    for is_alternate, initial in ((False, "G"), (True, "H")):
        whose = person(f"{name.split()[0]}{'alt' * is_alternate}", initial)
        Representative.objects.create(
            group=group, person=whose, is_alternate=is_alternate, began_on=BEGAN
        )
        user(whose)


if __name__ == "__main__":
    fill()
