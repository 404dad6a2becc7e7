"""Each role opens exactly the office pages that its list of rights says."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group as Role
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from intergroup.kit import admin, reports
from intergroup.registry.actions.roles import sync_roles
from intergroup.roles import ROLES
from tests.factories import PersonFactory, UserFactory

reports.discover()
PAGES = sorted(
    (model._meta.app_label, model._meta.model_name)
    for model in admin.site._registry
    if model._meta.app_label in ("registry", "business", "service", "treasury")
)


@pytest.fixture
def signed_in(client, db):
    """A function that signs somebody of a role in."""

    def sign_in(role):
        user = UserFactory(is_staff=True, person=PersonFactory())
        user.groups.add(Role.objects.get(name=role))
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.parametrize("page", PAGES, ids="_".join)
@pytest.mark.parametrize("role", ROLES)
def test_a_list_opens_for_those_who_may_see_it_and_nobody_else(signed_in, role, page):
    app, model = page
    may_see = f"{app}.view_{model}" in ROLES[role]

    answer = signed_in(role).get(reverse(f"admin:{app}_{model}_changelist"))

    assert answer.status_code == (200 if may_see else 403)


@pytest.mark.parametrize("page", PAGES, ids="_".join)
@pytest.mark.parametrize("role", ROLES)
def test_a_form_to_add_opens_for_those_who_may_add(signed_in, rf, ada, role, page):
    app, model = page
    request = rf.get("/")
    request.user = ada
    screen = admin.site.get_model_admin(apps.get_model(app, model))
    is_added_here = screen.has_add_permission(request)  # else on a page of its own
    may_add = is_added_here and f"{app}.add_{model}" in ROLES[role]

    answer = signed_in(role).get(reverse(f"admin:{app}_{model}_add"))

    assert (answer.status_code == 200) is may_add
    assert answer.status_code in (200, 302, 403)


@pytest.mark.parametrize("shown", reports.reports(), ids=lambda each: each.slug)
@pytest.mark.parametrize("role", ROLES)
def test_a_report_opens_for_those_who_may_run_it(signed_in, role, shown):
    may_run = shown.permission in ROLES[role]

    answer = signed_in(role).get(reverse("report", args=[shown.slug]))

    assert answer.status_code == (200 if may_run else 403)


def test_rights_that_are_not_on_the_list_are_taken_away_at_the_next_migrate(db):
    treasurer = Role.objects.get(name="Treasurer")
    treasurer.permissions.clear()
    reviewer = Role.objects.get(name="Reviewer")
    reviewer.permissions.set(Role.objects.get(name="Secretary").permissions.all())

    sync_roles()

    told = {
        role.name: {
            f"{each.content_type.app_label}.{each.codename}"
            for each in role.permissions.select_related("content_type")
        }
        for role in (treasurer, reviewer)
    }
    assert told == {name: set(ROLES[name]) for name in ("Treasurer", "Reviewer")}


def test_a_right_that_no_model_has_stops_the_migration(db, settings):
    settings.ROLES = "tests.test_roles.WRONG"

    with pytest.raises(ImproperlyConfigured, match="unknown rights: treasury"):
        sync_roles()


WRONG = {"Thief": ("treasury.steal",)}
