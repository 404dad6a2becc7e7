"""The people who try every address: each role, somebody without one, and nobody."""

from datetime import timedelta

from django.contrib.auth.models import Group as Role

from intergroup.registry.models import Body
from intergroup.roles import ROLES
from tests.factories import (
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
    UserFactory,
)

NO_ROLE, NOBODY = "no role", "nobody"
TO_COME, OVER = "every role, the day before", "every role, the day after"
DAYS = {  # of a term: how far from today it begins, and the first day without
    "the day before": (1, 31),
    "the first day": (0, 30),
    "the last day": (-29, 1),
    "the day after": (-30, 0),
}
SERVING = {
    f"{role}, {day}": ((role,), day)
    for role in ROLES
    for day in ("the first day", "the last day")
}
NOT_SERVING = {  # whoever has nothing with all roles has nothing with each
    TO_COME: (tuple(ROLES), "the day before"),
    OVER: (tuple(ROLES), "the day after"),
}
PEOPLE = [*SERVING, *NOT_SERVING, NO_ROLE, NOBODY]


def rights(who):
    """What the matrix gives somebody today: to one whose term is not on, nothing."""
    roles, _day = SERVING.get(who, ((), None))
    return {right for role in roles for right in ROLES[role]}


def may(who, app, wanted):
    """Whether the matrix gives somebody all these rights of an app."""
    return all(f"{app}.{each}" in rights(who) for each in wanted)


def serve(person, role, day="the first day"):
    """Let a person serve in a role, with today as that day of the term."""
    began, ends = (Body.objects.today() + timedelta(days=n) for n in DAYS[day])
    term = {"person": person, "began_on": began, "ends_on": ends}
    if role == "Representative":
        return RepresentativeFactory(**term)
    position = PositionFactory(role=Role.objects.get(name=role))
    return TermFactory(position=position, **term)


def in_service(role, **user):
    """Somebody who signs in, and serves in a role from today on."""
    if "person" not in user:
        user["person"] = PersonFactory()
    serve(user["person"], role)
    return UserFactory(**user)


def sign_in(client, who):
    """Let somebody sign in, on a day of their terms or without one; nobody does not."""
    if who == NOBODY:
        return
    user = UserFactory(person=PersonFactory())
    roles, day = {**SERVING, **NOT_SERVING}.get(who, ((), None))
    for role in roles:
        serve(user.person, role, day)
    client.force_login(user)


def may_enter(who):
    """Whether the office opens for somebody at all."""
    return may(who, "registry", ["enter_body"])


def is_shut_out(who, answer):
    """Whether somebody was sent to sign in, or told that it is not for them."""
    if who == NOBODY:
        return answer.status_code == 302 and "/account/login/" in answer["Location"]
    return answer.status_code == 403
