"""Two at once: a form is decided by one of them, and a number is given once."""

import pytest

from intergroup.registry.actions.registering.deciding import accept, refuse
from intergroup.registry.models import Group
from tests.factories import UserFactory
from tests.kit.test_once_at_once import in_sessions
from tests.registry.registering.sent import DECIDED_AT, MAY_4, new_group
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def numbers():
    return list(Group.objects.order_by("number").values_list("number", flat=True))


def test_groups_that_are_accepted_at_once_get_a_number_each(in_sessions):
    by = UserFactory()
    forms = [new_group(contacts=[]) for _nth in range(4)]

    def accepting(form):
        return lambda: accept(form, on=MAY_4, at=DECIDED_AT, decided_by=by)

    told = in_sessions(*at_once(*(accepting(form) for form in forms)))

    assert told == ["done"] * 4
    assert in_sessions(numbers) == [[1, 2, 3, 4]]


def test_a_form_that_is_decided_by_three_at_once_is_decided_by_one(in_sessions):
    by, form = UserFactory(), new_group(contacts=[])

    def say_yes():
        accept(form, on=MAY_4, at=DECIDED_AT, decided_by=by)

    def say_no():
        refuse(form, answer="No", at=DECIDED_AT, decided_by=by)

    told = in_sessions(*at_once(say_yes, say_no, say_yes))

    assert sorted(told) == ["decided", "decided", "done"]
    assert in_sessions(numbers) == [[] if told[1] == "done" else [1]]
