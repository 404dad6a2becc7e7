"""The register’s forms: what they propose, what they keep, what they refuse."""

from datetime import date

import pytest
from django.contrib.auth.models import Group as Role
from django.urls import reverse
from django.utils import timezone

from intergroup.registry.models import (
    Body,
    Group,
    Meeting,
    Person,
    Representative,
    User,
)
from tests.factories import (
    BodyFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
    UserFactory,
)


def address(name, page, *args):
    return reverse(f"admin:registry_{name}_{page}", args=args)


def typed(page, **changes):
    """What the form of a page would send, with what was typed into it."""
    form = page.context["adminform"].form
    parts = [each.formset for each in page.context["inline_admin_formsets"]]
    forms = [form, *(each.management_form for each in parts)]
    forms += [each for part in parts for each in part.forms]
    sent = {
        each[name].html_name: each[name].value()
        for each in forms
        for name in each.fields
    }
    return {
        name: "" if each is None else each for name, each in {**sent, **changes}.items()
    }


def test_the_body_is_one_page_and_not_a_list(as_ada):
    BodyFactory()

    page = as_ada.get(address("body", "changelist"))

    assert page.url == address("body", "change", 1)
    assert as_ada.get(address("body", "add")).status_code == 403
    assert as_ada.get(address("body", "delete", 1)).status_code == 403


def test_the_first_body_is_the_only_one(as_ada):
    page = as_ada.get(address("body", "add"))

    as_ada.post(address("body", "add"), typed(page, name="Three Rivers Area"))

    assert Body.objects.get(pk=1).name == "Three Rivers Area"


def test_a_new_group_is_given_the_next_number_and_today(as_sam):
    GroupFactory(number=41)

    page = as_sam.get(address("group", "add"))
    as_sam.post(address("group", "add"), typed(page, name="Hope"))

    group = Group.objects.get(name="Hope")
    assert (group.number, group.status) == (42, "new")
    assert group.registered_on == timezone.localdate()


def test_a_number_that_is_taken_is_refused_beside_its_box(as_sam):
    GroupFactory(number=41)

    page = as_sam.get(address("group", "add"))
    again = as_sam.post(address("group", "add"), typed(page, name="Hope", number=41))

    errors = again.context["adminform"].form.errors
    assert errors == {"number": ["Group with this Number already exists."]}


def test_the_number_of_a_group_is_read_and_not_typed(as_sam):
    group = GroupFactory(number=41)

    page = as_sam.get(address("group", "change", group.pk))
    as_sam.post(
        address("group", "change", group.pk), typed(page, number=7, name="Hope")
    )

    group.refresh_from_db()
    assert "number" not in page.context["adminform"].form.fields
    assert (group.number, group.name) == (41, "Hope")


def test_a_group_is_never_deleted_not_even_by_the_administrator(as_ada):
    group = GroupFactory()

    assert as_ada.get(address("group", "delete", group.pk)).status_code == 403


def test_a_group_shows_its_meetings_and_keeps_them_when_saved(as_sam):
    meeting = MeetingFactory(group=GroupFactory(), name="Candlelight")

    url = address("group", "change", meeting.group.pk)
    page = as_sam.get(url)
    saved = as_sam.post(url, typed(page, name="Hope"))

    assert "Candlelight" in page.content.decode()
    assert saved.status_code == 302
    assert Meeting.objects.get().group.name == "Hope"


def test_a_representative_is_named_on_the_page_of_the_group(as_sam):
    group, person = GroupFactory(), PersonFactory()
    url = address("group", "change", group.pk)

    page = as_sam.get(url)
    numbered = {"representatives-TOTAL_FORMS": 1, "representatives-0-group": group.pk}
    words = {
        "representatives-0-person": person.pk,
        "representatives-0-began_on": "2026-01-01",
    }
    as_sam.post(url, typed(page, **numbered, **words))

    assert Representative.objects.get().person == person


def test_a_treasurer_reads_a_group_and_sees_nobodys_name(as_tess):
    group = GroupFactory(name="Hope")
    RepresentativeFactory(group=group, person=PersonFactory(first_name="Bartholomew"))

    page = as_tess.get(address("group", "change", group.pk)).content.decode()

    assert "Hope" in page
    assert "Bartholomew" not in page
    assert 'name="_save"' not in page


def test_groups_are_verified_today_in_one_go(as_sam):
    meets, closed = GroupFactory(name="Hope"), GroupFactory(status="inactive")

    sent = {"action": "verify", "_selected_action": [meets.pk, closed.pk]}
    page = as_sam.post(address("group", "changelist"), sent, follow=True)

    meets.refresh_from_db()
    closed.refresh_from_db()
    assert (meets.verified_on, closed.verified_on) == (timezone.localdate(), None)
    assert [str(each) for each in page.context["messages"]] == [
        f"Verified today: “{meets}”.",
        f"“{closed}” is inactive: first say that it meets.",
    ]


def test_a_meeting_is_added_with_a_place_and_types(as_sam):
    place = LocationFactory()

    page = as_sam.get(address("meeting", "add"))
    words = {"name": "Hope", "slug": "hope", "days": [5], "time": "19:30"}
    sent = typed(page, **words, location=place.pk, types=[])
    answer = as_sam.post(address("meeting", "add"), sent)

    assert answer.status_code == 302
    assert Meeting.objects.get().location == place


@pytest.mark.parametrize("email", ["new@example.org", "NEW@Example.org"])
def test_a_user_is_added_by_address_and_signs_in_with_the_password(
    as_ada, client, email
):
    words = {"email": email, "usable_password": "true", "person": ""}
    secret = "one day at a time"

    as_ada.post(
        address("user", "add"), {**words, "password1": secret, "password2": secret}
    )

    user = User.objects.get(email__iexact=email)
    assert user.check_password(secret)
    assert str(user) == user.email


def test_a_user_without_a_password_signs_in_by_a_code(as_ada):
    words = {"email": "new@example.org", "usable_password": "false", "person": ""}

    as_ada.post(address("user", "add"), words)

    assert not User.objects.get(email="new@example.org").has_usable_password()


def test_a_user_is_given_roles_by_ticking_them(as_ada):
    user = UserFactory()
    role = Role.objects.get(name="Secretary")
    url = address("user", "change", user.pk)

    page = as_ada.get(url)
    as_ada.post(url, typed(page, groups=[role.pk], is_staff="on", is_superuser=""))

    assert "Roles" in page.content.decode()
    assert list(user.groups.all()) == [role]


def test_the_password_of_a_user_can_be_changed(as_ada):
    user = UserFactory()
    secret = "one day at a time"

    words = {"usable_password": "true", "password1": secret, "password2": secret}
    as_ada.post(reverse("admin:auth_user_password_change", args=[user.pk]), words)

    user.refresh_from_db()
    assert user.check_password(secret)


def test_a_surname_is_refused_beside_its_box(as_sam):
    page = as_sam.get(address("person", "add"))

    again = as_sam.post(address("person", "add"), typed(page, first_name="Jo Smithers"))

    sentence = (
        "Write one first name only, such as Jo or Mary-Ann. A surname is not kept."
    )
    assert again.context["adminform"].form.errors == {"first_name": [sentence]}


def test_a_representative_is_never_deleted(as_ada):
    representative = RepresentativeFactory(began_on=date(2026, 1, 1))

    url = address("representative", "delete", representative.pk)

    assert as_ada.get(url).status_code == 403


@pytest.mark.parametrize(("typed_as", "kept"), [("s", "S"), ("é", "É"), ("ß", "ß")])
def test_the_initial_of_a_surname_is_kept_as_a_capital(as_sam, typed_as, kept):
    page = as_sam.get(address("person", "add"))

    changes = {"first_name": "Pat", "last_initial": typed_as}
    as_sam.post(address("person", "add"), typed(page, **changes))

    assert Person.objects.get(first_name="Pat").last_initial == kept
