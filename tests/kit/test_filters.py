"""Filters of the house, as a template uses them."""

from datetime import date
from decimal import Decimal

import pytest
from django.template import engines


def _shown(source, **values):
    return engines["django"].from_string(source).render(values)


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ it|money }}", Decimal("1300.00"), "1,300.00"),
        ("{{ it|money }}", Decimal("-4.50"), "−4.50"),
        ("{{ it|money }}", None, ""),
        ("{{ it|dialled }}", "(309) 555-0133", "tel:3095550133"),
        ("{{ it|dialled }}", "+1 253 215 8782,,123456#", "tel:+12532158782,,123456%23"),
        ('{{ it|cash:"USD" }}', Decimal("45.00"), "$45.00"),
        ("{{ it|day }}", date(2026, 1, 31), "Jan. 31, 2026"),
        ("{{ it|day }}", None, ""),
        ("{{ it|month }}", "2026-01", "Jan 2026"),
        ('{{ it|at:"a" }}', {"a": 1}, "1"),
        ('{{ it|at:"b" }}', {"a": 1}, "None"),
        ("{{ it|seal }}", "0123456789abcdef", "0123 4567 89ab"),
    ],
)
def test_filter_shows(source, value, expected):
    assert _shown(source, it=value) == expected
