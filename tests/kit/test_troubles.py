"""Pages for when something is wrong: a sentence, and the way back."""

import pytest
from django.template.loader import render_to_string
from django.test import Client


@pytest.fixture
def wary(tess):
    """A browser of Tess’s whose forms must prove that they are hers."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(tess)
    return client


def test_form_that_cannot_prove_whose_it_is_is_told_kindly(wary):
    answer = wary.post("/account/logout/")

    assert answer.status_code == 403
    assert "Please send that again" in answer.content.decode()


def test_page_for_a_fault_needs_nothing_that_could_be_at_fault():
    page = render_to_string("500.html")

    assert "The fault is with this installation, not with you." in page
    assert 'lang="en"' in page


@pytest.mark.parametrize("signed_in", [True, False])
def test_page_that_is_not_there_leads_back(client, tess, signed_in):
    if signed_in:
        client.force_login(tess)

    answer = client.get("/nothing/")

    assert answer.status_code == 404
    assert "Back to your desk" in answer.content.decode()
