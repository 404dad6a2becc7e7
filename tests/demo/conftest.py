"""The demonstration, loaded once for each file that looks at it."""

from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings

from intergroup.demo.actions import load_demonstration

TODAY = date(2026, 11, 22)
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration as it stands on that day; what the tests add is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=QUICK):
            load_demonstration(today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def undone(loaded):
    """What this one test writes is undone at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
