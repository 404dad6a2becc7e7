"""Where a page is on the web, whole."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.kit.site_address import absolute


def test_an_address_begins_with_the_setting(settings, rf):
    settings.SITE_URL = "https://office.example.org"

    assert absolute("/a/", rf.get("/b/")) == "https://office.example.org/a/"


def test_an_address_begins_with_the_site_that_is_given(settings):
    settings.SITE_URL = "https://office.example.org"

    assert absolute("/a/", site="https://there.org/") == "https://there.org/a/"


def test_without_a_setting_an_address_begins_as_the_page_asked_for(settings, rf):
    settings.SITE_URL = ""

    assert absolute("/a/", rf.get("/b/")) == "http://testserver/a/"


def test_without_any_site_the_sentence_says_what_to_set(settings):
    settings.SITE_URL = ""

    with pytest.raises(ValidationError, match="set SITE_URL, or give --site"):
        absolute("/a/")
