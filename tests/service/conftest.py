"""The cast of service, by hand: a position of their own would be counted along."""

import pytest
from django.contrib.auth.models import Group as Role

from tests.factories import PersonFactory, UserFactory


def _by_hand(first_name, role):
    person = PersonFactory(first_name=first_name)
    user = UserFactory(
        email=f"{first_name.lower()}@example.org", person=person, is_staff=True
    )
    user.groups.add(Role.objects.get(name=role))
    return user


@pytest.fixture
def sam(db):
    """Sam, the secretary."""
    return _by_hand("Sam", "Secretary")


@pytest.fixture
def cal(db):
    """Cal, the chair."""
    return _by_hand("Cal", "Chair")


@pytest.fixture
def tess(db):
    """Tess, the treasurer."""
    return _by_hand("Tess", "Treasurer")


@pytest.fixture
def rae(db):
    """Rae, who reviews the books."""
    return _by_hand("Rae", "Reviewer")


@pytest.fixture
def reg(db):
    """Reg, the registrar."""
    return _by_hand("Reg", "Registrar")
