"""The lists of others, as the office sees them."""

from django.urls import reverse

from intergroup.registry.models import FeedSource
from tests.registry.feeds.loader import load, row


def test_a_list_of_others_says_what_it_has_and_leads_to_reading_it(as_sam):
    load(row(), row(slug="b"), source="City list")
    source = FeedSource.objects.get()

    listed = as_sam.get(reverse("admin:registry_feedsource_changelist"))
    page = as_sam.get(reverse("admin:registry_feedsource_change", args=[source.pk]))

    assert "/admin/registry/meeting/import/" in listed.content.decode()
    assert '<div class="readonly">2</div>' in page.content.decode()
