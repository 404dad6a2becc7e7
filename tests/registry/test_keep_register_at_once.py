"""Two nights’ work at once: what is for today is done by one of them."""

from datetime import date

import pytest

from intergroup.registry.actions.keeping import keep_register
from intergroup.registry.models import ListingChange
from tests.factories import GroupFactory
from tests.kit.test_once_at_once import in_sessions

__all__ = ["in_sessions"]

JUNE_1 = date(2026, 6, 1)
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_two_runs_at_once_do_the_work_once(in_sessions):
    for number in range(1, 6):
        GroupFactory(number=number, status="pending", pending_until=JUNE_1)

    def keep():
        return len(keep_register(on=JUNE_1).judged)

    told = in_sessions(keep, keep, keep)

    assert sorted(told) == [0, 0, 5]
    changes = ListingChange.objects.filter(field="status")
    assert in_sessions(changes.count) == [5]
