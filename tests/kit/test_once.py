"""A form that is sent twice is recorded once."""

import re

import pytest
from django.core.exceptions import SuspiciousOperation
from django.template.loader import render_to_string
from django.urls import reverse

from intergroup.kit import once
from tests.factories import account, fund
from treasury.models import Contribution

ADD = reverse("admin:treasury_contribution_add")
LIST = reverse("admin:treasury_contribution_changelist")
TWICE = "This was recorded already; nothing was recorded twice."


def form(**values):
    facts = {
        "received_on": "2026-06-01",
        "source": "member",
        "amount": "45.00",
        "account": account("1000").pk,
        "fund": fund().pk,
    }
    return {**facts, **values}


def token_in(page):
    """The token that a page carries in its form."""
    return re.search(r'name="_once" value="([^"]+)"', page.content.decode())[1]


@pytest.fixture
def sent(rf, tess):
    """A request of Tess’s that carries a token, as a view gets it."""

    def send(token):
        request = rf.post("/", {once.NAME: token})
        request.user = tess
        return request

    return send


def test_a_form_sent_twice_is_recorded_once(as_tess):
    token = token_in(as_tess.get(ADD))

    as_tess.post(ADD, form(_once=token))
    again = as_tess.post(ADD, form(_once=token), follow=True)

    assert Contribution.objects.count() == 1
    assert again.redirect_chain == [(LIST, 302)]
    assert TWICE in again.content.decode()


def test_two_forms_with_the_same_figures_are_two(as_tess):
    for _ in range(2):
        as_tess.post(ADD, form(_once=token_in(as_tess.get(ADD))))

    assert Contribution.objects.count() == 2


def test_a_form_that_comes_back_with_errors_is_still_good(as_tess):
    token = token_in(as_tess.get(ADD))

    page = as_tess.post(ADD, form(_once=token, amount="ten"))
    as_tess.post(ADD, form(_once=token_in(page)))

    assert token_in(page) == token
    assert Contribution.objects.count() == 1


def test_a_form_that_an_action_refuses_is_still_good(as_tess):
    token = token_in(as_tess.get(ADD))

    page = as_tess.post(ADD, form(_once=token, received_on="2190-01-01"))
    as_tess.post(ADD, form(_once=token_in(page)))

    assert Contribution.objects.count() == 1


def test_a_form_without_a_token_is_taken_as_it_is(as_tess):
    as_tess.post(ADD, form())
    as_tess.post(ADD, form())

    assert Contribution.objects.count() == 2


def test_a_page_of_what_is_there_carries_no_token(as_tess):
    as_tess.post(ADD, form())
    page = reverse(
        "admin:treasury_contribution_change", args=[Contribution.objects.get().pk]
    )

    assert "_once" not in as_tess.get(page).content.decode()


def test_a_token_is_spent_once(sent):
    token = once.token()

    assert [once.spend(sent(token)), once.spend(sent(token))] == [True, False]


def test_a_token_that_was_given_back_is_good_again(sent):
    token = once.token()
    once.spend(sent(token))

    once.give_back(sent(token))

    assert once.spend(sent(token)) is True


def test_a_token_of_one_person_says_nothing_about_another(sent, cal):
    token = once.token()
    once.spend(sent(token))
    other = sent(token)
    other.user = cal

    assert once.spend(other) is True


def test_a_token_that_was_changed_is_refused(sent):
    with pytest.raises(SuspiciousOperation):
        once.spend(sent(f"{once.token()}x"))


def test_a_form_of_any_view_carries_a_token_of_its_own(rf):
    page = render_to_string("kit/once.html", request=rf.get("/"))

    assert re.fullmatch(
        r'<input type="hidden" name="_once" value="[\w-]{22}:[\w-]+">\n', page
    )
