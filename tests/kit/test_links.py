"""Buttons that lead from a list, or from a row, to a page of its own."""

import pytest
from django.urls import reverse

from intergroup.kit import admin
from tests.factories import GroupFactory

GROUPS = "admin:registry_group_changelist"


@pytest.fixture
def linked(monkeypatch):
    """The screen of the groups, with links above the list and on each row."""
    screen = admin.site.get_model_admin(GroupFactory._meta.model)
    reports = admin.Link("All reports", "reports", "registry.add_group")
    history = admin.Link(
        "Its past", "admin:registry_group_history", "registry.add_group"
    )
    monkeypatch.setattr(screen, "page_links", (reports,))
    monkeypatch.setattr(screen, "row_links", (history,))


def test_a_list_leads_to_its_pages(as_sam, linked):
    page = as_sam.get(reverse(GROUPS)).content.decode()

    assert f'<a class="button" href="{reverse("reports")}">All reports</a>' in page


def test_a_link_is_hidden_from_those_without_the_right(as_tess, linked):
    assert "All reports" not in as_tess.get(reverse(GROUPS)).content.decode()


def test_a_row_leads_to_its_own_page(as_sam, linked):
    group = GroupFactory()

    page = as_sam.get(reverse("admin:registry_group_change", args=[group.pk]))

    address = reverse("admin:registry_group_history", args=[group.pk])
    told = f'<a class="button quiet" href="{address}">Its past</a>'
    assert told in page.content.decode()
