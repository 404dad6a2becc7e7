"""The services for online meetings that the finders know."""

import pytest

from intergroup.registry.actions.providers import (
    PROVIDERS,
    provider_of,
)


def test_there_are_the_twenty_one_that_all_finders_share():
    assert len(PROVIDERS) == 21
    assert list(PROVIDERS) == sorted(PROVIDERS)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://zoom.us/j/123?pwd=abc", "Zoom"),
        ("https://us02web.zoom.us/j/123", "Zoom"),
        ("HTTPS://ZOOM.US/j/1", "Zoom"),
        ("https://zoom.us./j/1", "Zoom"),
        ("https://meet.google.com/abc-defg-hij", "Google Meet"),
        ("https://evilzoom.us/j/1", ""),
        ("https://zoom.us.example.org/j/1", ""),
        ("https://google.com/", ""),
        ("https://ann:word@zoom.us/j/1", ""),
        ("javascript://zoom.us/%0aalert(1)", ""),
        ("https://[zoom.us/", ""),
        ("zoom", ""),
        ("", ""),
    ],
)
def test_provider_of_reads_the_end_of_the_host_and_nothing_else(url, name):
    assert provider_of(url) == name
