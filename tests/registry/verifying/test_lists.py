"""The lists of the admin: how old a listing is, and which questions wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import DirectoryFactory, GroupFactory, VerificationFactory

QUESTIONS = "/admin/registry/verification/"
GROUPS = "/admin/registry/group/"


def ago(days):
    return timezone.localdate() - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1\xa0day ago"), (100, "3\xa0months ago"), (None, "–")],
)
def test_the_list_of_groups_tells_how_old_each_listing_is(as_sam, days, words):
    GroupFactory(verified_on=None if days is None else ago(days))

    html = as_sam.get(GROUPS).content.decode()

    assert f'<td class="field-age">{words}</td>' in html


@pytest.mark.parametrize(("value", "number"), [("old", 1), ("lately", 2)])
def test_the_filter_goes_by_the_months_of_the_directory(as_sam, value, number):
    DirectoryFactory(verify_months=3)
    GroupFactory(number=1, verified_on=ago(100))
    GroupFactory(number=2, verified_on=ago(80))

    page = as_sam.get(GROUPS, {"verified": value})

    assert [each.number for each in page.context["cl"].queryset] == [number]


@pytest.mark.parametrize(
    ("value", "number"), [("open", 1), ("ended", 2), ("answered", 3)]
)
def test_questions_are_found_by_what_became_of_them(as_sam, value, number):
    for group, days, said in (
        (1, -1, {}),
        (2, 0, {}),
        (3, 9, {"answer": "right", "answered_at": timezone.now()}),
    ):
        VerificationFactory(
            group=GroupFactory(number=group), expires_on=ago(days), **said
        )

    page = as_sam.get(QUESTIONS, {"question": value})

    assert [each.group.number for each in page.context["cl"].queryset] == [number]


def test_the_list_of_questions_leads_to_the_page_of_the_yearly_question(as_sam):
    html = as_sam.get(QUESTIONS).content.decode()

    assert 'href="/office/verification/"' in html


def test_a_question_can_be_read_and_not_be_changed(as_sam):
    question = VerificationFactory(group=GroupFactory(number=12, name="Hope"))
    address = f"{QUESTIONS}{question.pk}/change/"

    html = as_sam.get(address).content.decode()

    assert "12 Hope" in html
    assert question.token_hash not in html
    assert as_sam.post(address, {"answer": "right"}).status_code == 403


def test_many_questions_cost_no_more_queries(as_sam, django_assert_max_num_queries):
    for _n in range(20):
        VerificationFactory()

    with django_assert_max_num_queries(15):
        as_sam.get(QUESTIONS)
