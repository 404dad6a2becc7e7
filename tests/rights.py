"""The people who try every address: each role, somebody without one, and nobody."""

from django.contrib.auth.models import Group as Role

from intergroup.roles import ROLES
from tests.factories import PersonFactory, UserFactory

NO_ROLE, NOBODY = "no role", "nobody"
PEOPLE = [*ROLES, NO_ROLE, NOBODY]


def sign_in(client, who):
    """Let somebody sign in, in a role or without one; nobody does not."""
    if who == NOBODY:
        return
    user = UserFactory(is_staff=who in ROLES, person=PersonFactory())
    if who in ROLES:
        user.groups.add(Role.objects.get(name=who))
    client.force_login(user)


def is_shut_out(who, answer):
    """Whether somebody was sent to sign in, or told that it is not for them."""
    if who == NOBODY:
        return answer.status_code == 302 and "/account/login/" in answer["Location"]
    return answer.status_code == 403
