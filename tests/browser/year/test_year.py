from datetime import date

import pytest

pytestmark = pytest.mark.browser


def test_smoke(area, sit):
    area.wait_until(date(2026, 1, 5))
    sam = sit("sam")
    sam.go("/admin/")
    area.wait_until(date(2026, 2, 5))
    sam.go("/admin/business/businessmeeting/add/")
