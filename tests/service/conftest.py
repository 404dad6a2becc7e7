"""The cast of service: where positions and terms are counted, nobody else has one."""

import pytest
from django.contrib.auth.models import Group as Role

from tests.factories import PersonFactory, UserFactory


@pytest.fixture
def sam(db):
    """Sam, the secretary by hand: a position of Sam’s own would be counted along."""
    person = PersonFactory(first_name="Sam")
    user = UserFactory(email="sam@example.org", person=person)
    user.groups.add(Role.objects.get(name="Secretary"))
    return user
