"""Rights follow service: they come with the first day of it, and go with the last."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from intergroup.registry.models import Body, User
from intergroup.roles import ROLES
from service.access import Backend, roles_by_service, roles_held
from tests.factories import (
    BodyFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
    UserFactory,
)
from tests.rights import DAYS, in_service, serve

JUNE_1, JULY_1 = date(2026, 6, 1), date(2026, 7, 1)
RIGHT = "treasury.add_contribution"
TERMS = reverse("admin:service_term_changelist")


def role(name):
    return Role.objects.get(name=name)


def held(person, day):
    return {role.name for role in roles_held(person, day)}


def again(user):
    """The user as the next request finds them."""
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 5, 31), set()),
        (JUNE_1, {"Treasurer"}),
        (date(2026, 6, 30), {"Treasurer"}),
        (JULY_1, set()),
    ],
)
def test_a_role_is_held_from_the_first_day_of_a_term_to_the_last(db, day, names):
    position = PositionFactory(role=role("Treasurer"))
    term = TermFactory(position=position, began_on=JUNE_1, ends_on=JULY_1)

    assert held(term.person, day) == names


@pytest.mark.parametrize("is_alternate", [False, True])
@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 5, 31), set()),
        (JUNE_1, {"Representative"}),
        (date(2026, 6, 30), {"Representative"}),
        (JULY_1, set()),
    ],
)
def test_who_speaks_for_a_group_is_a_representative(db, is_alternate, day, names):
    speaks = RepresentativeFactory(
        is_alternate=is_alternate, began_on=JUNE_1, ends_on=JULY_1
    )

    assert held(speaks.person, day) == names


def test_who_serves_in_several_ways_has_all_their_roles(db):
    person = PersonFactory()
    for name in ("Treasurer", "Chair"):
        TermFactory(position=PositionFactory(role=role(name)), person=person)
    RepresentativeFactory(person=person)

    assert held(person, JUNE_1) == {"Treasurer", "Chair", "Representative"}


def test_a_position_without_a_role_gives_none(db):
    assert held(TermFactory().person, JUNE_1) == set()


def test_a_position_that_the_body_has_no_more_gives_none(db):
    position = PositionFactory(role=role("Treasurer"), closed_on=JULY_1)
    term = TermFactory(position=position)

    found = [held(term.person, day) for day in (date(2026, 6, 30), JULY_1)]

    assert found == [{"Treasurer"}, set()]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ROLES)
def test_the_rights_of_a_day_are_exactly_those_of_the_role(db, name, day):
    user = UserFactory(person=PersonFactory())
    serve(user.person, name, day)
    is_on = day in ("the first day", "the last day")
    rights = set(ROLES[name]) if is_on else set()

    assert user.get_all_permissions() == user.get_group_permissions() == rights
    assert user.has_module_perms("business") is is_on
    assert {e.pk for e in Backend().with_perm("business.view_motion")} == (
        {user.pk} if is_on else set()
    )


@pytest.mark.parametrize("active", ["UTC", "Pacific/Kiritimati", "Etc/GMT+12"])
def test_a_term_begins_and_ends_at_midnight_where_the_body_is(db, active):
    """Whatever the clock of the server says, and that of the page."""
    now = datetime.now(UTC)
    BodyFactory(time_zone="Pacific/Kiritimati" if now.hour >= 11 else "Etc/GMT+12")
    begins, ends = UserFactory(person=PersonFactory()), in_service("Treasurer")
    begins_tomorrow = UserFactory(person=PersonFactory())
    serve(begins.person, "Treasurer", "the first day")
    serve(begins_tomorrow.person, "Treasurer", "the day before")
    ends.person.terms.update(
        began_on=Body.objects.today() - timedelta(days=9), ends_on=Body.objects.today()
    )

    with timezone.override(active):
        found = [user.has_perm(RIGHT) for user in (begins, ends, begins_tomorrow)]

    assert Body.objects.today() != now.date()
    assert found == [True, False, False]


def test_who_rotates_out_while_signed_in_loses_the_rights_that_night(client, db):
    sam = in_service("Secretary")
    client.force_login(sam)

    before = client.get(TERMS).status_code
    sam.person.terms.update(began_on=JUNE_1, ends_on=Body.objects.today())
    after = client.get(TERMS, follow=True)

    assert (before, after.status_code) == (200, 403)
    assert client.get(reverse("desk")).status_code == 200


def test_who_is_elected_for_today_needs_nobodys_help(client, db):
    user = UserFactory(person=PersonFactory())
    client.force_login(user)

    before = client.get(TERMS, follow=True).status_code
    serve(user.person, "Secretary", "the first day")

    assert (before, client.get(TERMS).status_code) == (403, 200)


def test_a_session_from_before_is_asked_to_sign_in_again(client, db):
    client.force_login(in_service("Secretary"))
    session = client.session
    session["_auth_user_backend"] = (
        "allauth.account.auth_backends.AuthenticationBackend"
    )
    session.save()

    assert client.get(reverse("reports")).status_code == 302


def test_roles_by_hand_stay_and_are_added(db):
    user = in_service("Treasurer")
    user.groups.add(role("Secretary"))

    rights = again(user).get_all_permissions()

    assert rights == {*ROLES["Treasurer"], *ROLES["Secretary"]}


@pytest.mark.parametrize("fields", [{"is_active": False}, {}])
def test_who_may_not_sign_in_and_who_was_forgotten_has_nothing(db, fields):
    user = in_service("Treasurer", **fields)
    user.groups.add(role("Secretary"))
    if not fields:
        user.person.forgotten_on = JUNE_1
        user.person.save()

    found = again(user)

    assert found.get_all_permissions() == set()
    assert not found.has_module_perms("registry")
    assert not Backend().with_perm("registry.view_group").exists()
    assert roles_by_service([found], Body.objects.today()) == {}


def test_nobody_has_rights_who_has_not_signed_in(client, db):
    in_service("Treasurer")

    assert client.get(TERMS).status_code == 302


@pytest.mark.parametrize("is_named", [True, False])
def test_who_has_a_right_is_found_by_hand_by_service_and_by_being_everything(
    db, ada, is_named
):
    by_service, by_hand = in_service("Treasurer"), UserFactory()
    by_hand.groups.add(role("Treasurer"))
    in_service("Secretary")
    perm = RIGHT if is_named else Permission.objects.get(codename="add_contribution")

    found = Backend().with_perm(perm)
    without = Backend().with_perm(perm, include_superusers=False)

    assert set(found) == {by_service, by_hand, ada}
    assert set(without) == {by_service, by_hand}
    assert not Backend().with_perm(perm, obj=ada).exists()


def test_who_may_not_sign_in_is_found_only_when_asked_for(db):
    user = in_service("Treasurer", is_active=False)

    assert not Backend().with_perm(RIGHT).exists()
    assert list(Backend().with_perm(RIGHT, is_active=None)) == [user]
    assert list(Backend().with_perm(RIGHT, is_active=False)) == [user]


@pytest.mark.parametrize(("has_person", "queries"), [(False, 2), (True, 3)])
def test_rights_cost_one_question_more_for_who_can_serve(db, has_person, queries):
    """Two are Django’s own; the third is for the day where the body is."""
    user = again(in_service("Treasurer") if has_person else UserFactory())

    with CaptureQueriesContext(connection) as captured:
        user.get_all_permissions()

    assert len(captured) == queries


def test_the_office_is_told_who_holds_what_in_two_questions(db):
    tess, sam = in_service("Treasurer"), in_service("Secretary")
    RepresentativeFactory(person=sam.person)
    nobody, today = UserFactory(), Body.objects.today()

    with CaptureQueriesContext(connection) as captured:
        told = roles_by_service([tess, sam, nobody], today)

    assert told == {
        tess.pk: ["Treasurer"],
        sam.pk: ["Representative", "Secretary"],
        nobody.pk: [],
    }
    assert len(captured) == 2


@pytest.fixture
def alternate(db):
    """The alternate of a treasurer whose last day was yesterday, before their time."""
    today = Body.objects.today()
    treasurer = PositionFactory(name="Treasurer", role=role("Treasurer"))
    deputy = PositionFactory(
        name="Alternate Treasurer", alternate_of=treasurer, steps_up="vacancy"
    )
    began, planned = today - timedelta(days=99), today + timedelta(days=99)
    TermFactory(
        position=treasurer, began_on=began, ends_on=today, planned_end_on=planned
    )
    return TermFactory(position=deputy, began_on=began, ends_on=planned).person


def test_who_steps_up_has_the_rights_on_the_day_before_anybody_wrote_it(alternate):
    user = UserFactory(person=alternate)

    assert again(user).has_perm(RIGHT)
    assert held(alternate, Body.objects.today()) == {"Treasurer"}


def test_who_steps_up_had_no_rights_the_day_before(alternate):
    assert held(alternate, Body.objects.today() - timedelta(days=1)) == set()


def test_an_alternate_has_no_rights_of_a_principal_who_serves(db):
    treasurer = PositionFactory(role=role("Treasurer"))
    deputy = PositionFactory(alternate_of=treasurer, steps_up="always")
    TermFactory(position=treasurer)
    person = TermFactory(position=deputy).person

    assert not UserFactory(person=person).has_perm(RIGHT)
