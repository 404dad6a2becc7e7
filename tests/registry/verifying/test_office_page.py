"""The office’s page of the yearly question: what it shows, and its three buttons."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from intergroup.registry.models import Verification
from tests.factories import DirectoryFactory, GroupFactory, VerificationFactory

PAGE = "/office/verification/"


def today():
    return timezone.localdate()


def ago(days):
    return today() - timedelta(days=days)


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg, the registrar, has signed in."""
    client.force_login(reg)
    return client


def silent(number, days):
    group = GroupFactory(number=number, name="Hope", email=f"g{number}@example.org")
    VerificationFactory(
        group=group, asked_on=ago(days), expires_on=ago(days) + timedelta(days=30)
    )
    return group


def test_who_has_not_answered_is_shown_with_the_end_of_the_link(as_reg):
    silent(12, 40)
    silent(13, 5)

    report = as_reg.get(PAGE).context["report"]

    assert [(each.group, each.has_ended) for each in report.silent] == [
        ("12 Hope", True),
        ("13 Hope", False),
    ]
    assert report.due == 0


def test_who_can_be_asked_by_nobody_is_shown(as_reg):
    GroupFactory(number=12, name="Hope")
    GroupFactory(number=13, email="g13@example.org")

    report = as_reg.get(PAGE).context["report"]

    assert [(each.group, each.is_due) for each in report.nobody] == [("12 Hope", True)]
    assert report.due == 1


def test_who_answered_lately_is_shown_once(as_reg):
    group = GroupFactory(number=12, name="Hope")
    for _contact in range(2):
        VerificationFactory(group=group, answer="right", answered_at=timezone.now())
    VerificationFactory(answer="right", answered_at=timezone.now() - timedelta(days=61))

    report = as_reg.get(PAGE).context["report"]

    said = [(each.group, each.answer, each.answered_on) for each in report.answered]
    assert said == [("12 Hope", "Still right", today())]


def test_what_is_hidden_and_what_soon_will_be_is_shown(as_reg):
    DirectoryFactory(hide_months=1)
    for number, days in ((1, 3), (2, 20), (3, 40)):
        GroupFactory(number=number, name="Hope", verified_on=ago(days))
    GroupFactory(number=4, name="Hope", verified_on=ago(40), status="inactive")

    report = as_reg.get(PAGE).context["report"]

    assert [each.group for each in report.hidden] == ["3 Hope"]
    soon = [(each.group, each.hidden_on > today()) for each in report.hidden_soon]
    assert soon[-1] == ("2 Hope", True)


def test_the_groups_that_are_due_are_asked_by_a_button(as_reg):
    GroupFactory(number=12, email="g12@example.org")

    page = as_reg.post(f"{PAGE}ask/", follow=True)

    assert "Asked one group." in page.content.decode()
    assert "http://testserver/groups/confirm/" in mail.outbox[0].body
    assert as_reg.get(PAGE).context["report"].due == 0


def test_the_same_button_pressed_twice_asks_nobody_twice(as_reg):
    GroupFactory(number=12, email="g12@example.org")

    as_reg.post(f"{PAGE}ask/")
    page = as_reg.post(f"{PAGE}ask/", follow=True)

    assert "Nobody was asked" in page.content.decode()
    assert len(mail.outbox) == 1


def test_one_group_is_asked_again_though_it_is_not_due(as_reg):
    group = silent(12, 40)

    as_reg.post(f"{PAGE}{group.pk}/ask/")

    assert [sent.to for sent in mail.outbox] == [["g12@example.org"]]
    assert Verification.objects.filter(asked_on=today()).count() == 1


def test_a_group_without_an_address_is_to_be_called(as_reg):
    group = GroupFactory(number=12, name="Hope")

    page = as_reg.post(f"{PAGE}{group.pk}/ask/", follow=True)

    assert "“12 Hope” has nobody who can be asked by mail" in page.content.decode()


def test_a_mail_server_that_does_not_answer_is_told_to_the_office(as_reg, settings):
    settings.EMAIL_BACKEND = "tests.registry.verifying.test_command.Unreachable"
    GroupFactory(email="g12@example.org")

    page = as_reg.post(f"{PAGE}ask/", follow=True)

    assert "The mail server does not answer." in page.content.decode()
    assert Verification.objects.count() == 0


def test_what_was_said_by_telephone_is_written_down(as_reg, reg):
    group = silent(12, 5)

    page = as_reg.post(f"{PAGE}{group.pk}/right/", follow=True)

    group.refresh_from_db()
    change = group.changes.get()
    assert group.verified_on == today()
    assert (change.way, change.changed_by) == ("office", reg)
    assert page.context["report"].silent == ()


def test_a_closed_group_cannot_have_said_so(as_reg):
    group = GroupFactory(number=12, name="Hope", status="inactive")

    page = as_reg.post(f"{PAGE}{group.pk}/right/", follow=True)

    assert "is inactive: first say that it meets" in page.content.decode()


def test_the_chair_looks_and_presses_nothing(client, cal):
    group = silent(12, 40)
    client.force_login(cal)

    html = client.get(PAGE).content.decode()
    ways = [f"{PAGE}ask/", f"{PAGE}{group.pk}/ask/", f"{PAGE}{group.pk}/right/"]

    assert "12 Hope" in html
    assert "/ask/" not in html
    assert [client.post(way).status_code for way in ways] == [403, 403, 403]


@pytest.mark.parametrize("name", ["tess", "gail", "rae"])
def test_others_do_not_see_the_page(db, request, client, name):
    client.force_login(request.getfixturevalue(name))

    assert client.get(PAGE).status_code == 403


def test_nothing_is_asked_by_looking_and_a_group_that_is_not_there_is_not_found(as_reg):
    assert as_reg.get(f"{PAGE}ask/").status_code == 405
    assert as_reg.post(f"{PAGE}999/ask/").status_code == 404
    assert as_reg.post(f"{PAGE}999/right/").status_code == 404


def test_the_page_costs_no_more_for_many_groups(as_reg, django_assert_max_num_queries):
    DirectoryFactory(hide_months=1)
    for number in range(1, 31):
        silent(number, 40)

    with django_assert_max_num_queries(40):
        as_reg.get(PAGE)
