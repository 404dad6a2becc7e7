"""The strict policy stands on every page, and no page needs more than it allows."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
INLINE = re.compile(
    r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\bsrc=)", re.IGNORECASE
)


@pytest.mark.parametrize("address", ["/", "/reports/", "/admin/", "/nothing/"])
def test_page_carries_the_policy(as_tess, address):
    policy = as_tess.get(address, follow=True).headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_template_holds_no_style_and_no_script_of_its_own(template):
    assert INLINE.findall(template.read_text()) == []
