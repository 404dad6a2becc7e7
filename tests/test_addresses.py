"""No address is without somebody who tries it in every role."""

from django.urls import URLResolver, get_resolver

from tests import test_office_rights as office
from tests import test_roles as roles
from tests.business import test_rights as business
from tests.registry import test_rights as registry
from tests.service import test_rights as service
from tests.service.electing.papers import test_views as papers
from tests.service.electing.web import test_rights as electing
from tests.service.handing_on import test_whose_pages as handing_on
from tests.treasury import test_rights as treasury

SCREENS = [name for model in office.SCREENS for name in office.pages_of(model).values()]
TRIED = {  # by the namespace, the names that its test of rights goes through
    "": roles.BOARDS.union(*roles.SIGN_IN.values()),
    "admin": {*SCREENS, *office.BESIDE},
    "registry": {
        *("front", *registry.ONES_OWN, *registry.ONES_OWN_SENT),
        *(*registry.PUBLIC, *registry.BEHIND_A_WORD, *registry.OFFICE),
    },
    "business": {
        *(*business.ADDRESSES, *business.BEHIND_A_WORD, *business.BY_LINK),
        *(*business.ONES_OWN, *business.ONES_ALONE),
    },
    "service": {
        *("my-position", *handing_on.SEEN, *handing_on.SENT),
        *(*electing.ADDRESSES, *papers.RUN, "election-record"),
        *(*service.ADDRESSES, *service.PUBLIC),
    },
    "treasury": {*treasury.ADDRESSES, *treasury.ONES_OWN},
}
UNNAMED = {  # an old address of a row, and whatever else is not there
    ("admin", "<path:object_id>/"),
    ("admin", "(?P<url>.*)$"),
}


def addresses(resolver, namespace=""):
    """Every address of the installation: its namespace, its name, its pattern."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, each.namespace or namespace)
        else:
            yield namespace, each.name, str(each.pattern)


def test_every_address_is_tried_in_every_role():
    named = {(app, name) for app, name, _pattern in addresses(get_resolver()) if name}

    assert named == {(app, name) for app, names in TRIED.items() for name in names}


def test_only_two_addresses_have_no_name():
    found = {
        (app, pattern) for app, name, pattern in addresses(get_resolver()) if not name
    }

    assert found == UNNAMED
