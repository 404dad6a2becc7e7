"""Cal the chair at a church table, and somebody who may only read."""

import pytest


@pytest.fixture
def as_cal(client, cal):
    """A browser in which Cal has signed in."""
    client.force_login(cal)
    return client
