"""The list of statements: read there, worked on elsewhere."""

import pytest
from django.urls import reverse

from tests.factories import BodyFactory
from tests.treasury.statements.books import line, statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def page(client, name, *args):
    return client.get(reverse(f"admin:treasury_{name}", args=args)).content.decode()


def test_a_statement_shows_its_lines_and_the_way_to_its_page(as_tess, tess):
    kept = statement(line("45.00"), closing="45.00", by=tess)

    shown = page(as_tess, "statement_change", kept.pk)

    assert "45.00" in shown
    assert "Tess D." in shown
    assert reverse("treasury:reconcile-statement", args=[kept.pk]) in shown


def test_the_list_leads_to_reconciling(as_tess):
    statement(closing="1240.50")

    shown = page(as_tess, "statement_changelist")

    assert "1,240.50" in shown
    assert reverse("treasury:reconcile") in shown


def test_the_list_costs_the_same_for_one_and_for_three(
    as_tess, django_assert_max_num_queries
):
    for day in (10, 11, 12):
        statement(line(f"{day}.00"), closing="45.00", on=31)

    with django_assert_max_num_queries(20):
        page(as_tess, "statement_changelist")


def test_nobody_writes_a_statement_in_the_admin(as_ada):
    kept = statement(closing="45.00")

    assert as_ada.get(reverse("admin:treasury_statement_add")).status_code == 403
    assert 'name="_save"' not in page(as_ada, "statement_change", kept.pk)
