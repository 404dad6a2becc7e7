"""Each role has what its list says: on the desk, among reports, about signing in."""

import pytest
from django.contrib.auth.models import Group as Role
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from intergroup.kit import desk, reports
from intergroup.registry.actions.roles import sync_roles
from intergroup.roles import ROLES
from tests.factories import GroupFactory, PositionFactory, fund
from tests.rights import NOBODY, PEOPLE, is_shut_out, may_enter, rights, sign_in

desk.discover()
reports.discover()
CHOSEN = {"group": "7", "account": "1000"}  # what a report waits for beside its days
BOARDS = {"desk", "reports", "report"}
SIGN_IN = {  # by the answer to whoever has signed in, with no second step
    200: {
        *("account_logout", "account_inactive", "account_reauthenticate"),
        *("account_change_password", "mfa_index", "mfa_list_webauthn"),
        *("account_reset_password", "account_reset_password_done"),
        *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    },
    302: {
        *("account_login", "account_request_login_code", "account_confirm_login_code"),
        *("account_set_password", "mfa_authenticate", "mfa_reauthenticate"),
        *("mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"),
        *("mfa_reauthenticate_webauthn", "mfa_login_webauthn"),
        *("mfa_remove_webauthn", "mfa_edit_webauthn"),
    },
    404: {
        *("mfa_deactivate_totp", "mfa_view_recovery_codes"),
        "mfa_download_recovery_codes",
    },
}
OF_A_KEY = {
    "account_reset_password_from_key": ("1", "made-up"),
    "mfa_remove_webauthn": (1,),
    "mfa_edit_webauthn": (1,),
}
FOR_STRANGERS = {"account_login", "account_request_login_code"} | {
    name for name in SIGN_IN[200] if "reset" in name or "inactive" in name
}


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


@pytest.fixture
def asked(db):
    """What each report is asked for: one that waits for nothing gets its days."""
    GroupFactory(number=7)
    PositionFactory(name="Archivist")
    fund()
    return {
        each.slug: {
            choice.name: _answer(choice.offered())
            for choice in each.choices
            if choice.offered().usual is None
        }
        for each in reports.reports()
    }


def _answer(offered):
    return next(value for value, _label in offered.options if value)


def test_the_desk_shows_no_card_that_is_not_for_the_role(client, db, who):
    sign_in(client, who)

    answer = client.get(reverse("desk"), follow=True)

    cards = (answer.context or {}).get("cards", [])
    needed = {card.permission for card, _html in cards if card.permission}
    assert needed <= set(rights(who))
    assert (answer.request["PATH_INFO"] == reverse("admin:index")) is may_enter(who)


def test_the_list_of_reports_is_of_those_that_the_role_may_run(client, db, who):
    sign_in(client, who)

    answer = client.get(reverse("reports"))

    if who == NOBODY:
        assert is_shut_out(who, answer)
    else:
        told = {e.slug for e in reports.reports() if e.permission in rights(who)}
        assert {each.slug for each in answer.context["reports"]} == told


@pytest.mark.parametrize("form", ["", *reports.FORMS])
def test_a_report_opens_for_those_who_may_run_it(client, asked, who, form):
    sign_in(client, who)

    wrong = {}
    for each in reports.reports():
        query = {**asked[each.slug], **({"format": form} if form else {})}
        answer = client.get(reverse("report", args=[each.slug]), query)
        if each.permission in rights(who):
            kind = reports.CONTENT_TYPES.get(form, "text/html; charset=utf-8")
            is_right = answer.status_code == 200 and answer["Content-Type"] == kind
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[each.slug] = answer.status_code

    assert wrong == {}


def test_the_pages_of_ones_own_sign_in_are_the_same_for_every_role(client, db, who):
    sign_in(client, who)

    found = {}
    for name in set().union(*SIGN_IN.values()):
        answer = client.get(reverse(name, args=OF_A_KEY.get(name, ())))
        found.setdefault(answer.status_code, set()).add(name)

    everything = set().union(*SIGN_IN.values())
    if who == NOBODY:
        assert found == {200: FOR_STRANGERS, 302: everything - FOR_STRANGERS}
    else:
        assert found == SIGN_IN


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
