"""The cast, by name, and what every test may ask for."""

import os

import pytest
from django.contrib.auth.models import Group as Role
from django.db.backends.base.operations import BaseDatabaseOperations

from intergroup.business.guards import GUARDS as BUSINESS_GUARDS
from intergroup.kit import guards
from intergroup.registry.guards import GUARDS as REGISTRY_GUARDS
from service.guards import GUARDS as SERVICE_GUARDS
from tests.factories import PersonFactory, UserFactory
from tests.rights import in_service
from treasury.guards import GUARDS as TREASURY_GUARDS

ALL_GUARDS = (*REGISTRY_GUARDS, *BUSINESS_GUARDS, *SERVICE_GUARDS, *TREASURY_GUARDS)

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # for the browser tests


@pytest.fixture(autouse=True, scope="session")
def _flush_without_guards():
    """Let a transactional test empty its tables: the guards would refuse it."""
    plain = BaseDatabaseOperations.execute_sql_flush

    def flush(operations, sql_list):
        with guards.lifted(ALL_GUARDS, operations.connection):
            plain(operations, sql_list)

    BaseDatabaseOperations.execute_sql_flush = flush
    yield
    BaseDatabaseOperations.execute_sql_flush = plain


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.SECURE_SSL_REDIRECT = False
    settings.MEDIA_ROOT = tmp_path


def _serving(first_name, role):
    email = f"{first_name.lower()}@example.org"
    return in_service(role, person=PersonFactory(first_name=first_name), email=email)


@pytest.fixture
def tess(db):
    """Tess, the treasurer."""
    return _serving("Tess", "Treasurer")


@pytest.fixture
def cal(db):
    """Cal, the chair."""
    return _serving("Cal", "Chair")


@pytest.fixture
def sam(db):
    """Sam, the secretary."""
    return _serving("Sam", "Secretary")


@pytest.fixture
def reg(db):
    """Reg, the registrar."""
    return _serving("Reg", "Registrar")


@pytest.fixture
def rae(db):
    """Rae, who reviews the books."""
    return _serving("Rae", "Reviewer")


@pytest.fixture
def gail(db):
    """Gail, a representative by hand: each test says for which group she speaks."""
    user = UserFactory(
        email="gail@example.org", person=PersonFactory(first_name="Gail")
    )
    user.groups.add(Role.objects.get(name="Representative"))
    return user


@pytest.fixture
def ada(db):
    """Ada, the administrator of the installation."""
    return UserFactory(email="ada@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def as_tess(client, tess):
    """A browser in which Tess has signed in."""
    client.force_login(tess)
    return client


@pytest.fixture
def as_sam(client, sam):
    """A browser in which Sam has signed in."""
    client.force_login(sam)
    return client


@pytest.fixture
def as_ada(client, ada):
    """A browser in which Ada has signed in."""
    client.force_login(ada)
    return client
