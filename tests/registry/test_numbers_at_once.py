"""A number is given once, whoever registers groups at the same moment."""

import json
from functools import partial
from threading import Barrier

import pytest
from django.test import Client
from django.urls import reverse

from intergroup.registry.actions.registering.deciding import accept
from intergroup.registry.feeds.loading import load_meetings
from intergroup.registry.models import FeedSource, Group
from tests.factories import BodyFactory, GroupFactory, UserFactory
from tests.kit.test_once_at_once import in_sessions
from tests.registry.admin.test_forms import typed
from tests.registry.registering.sent import DECIDED_AT, MAY_4, new_group
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

ADD = reverse("admin:registry_group_add")
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def numbers():
    return list(Group.objects.order_by("number").values_list("number", flat=True))


def remembered():
    """The slugs that a source speaks of, where it speaks of any."""
    return [sorted(each.rows) for each in FeedSource.objects.all() if each.rows]


def listed(*names):
    """A list of meetings, one for each new group."""
    rows = [
        {"slug": name, "name": name, "day": 1, "time": "19:00", "group": name}
        for name in names
    ]
    return json.dumps(rows).encode()


def importing(data, source=""):
    def load():
        load_meetings(
            data,
            name="list.json",
            dry_run=False,
            skip_refused=False,
            today=MAY_4,
            source=source,
        )

    return load


def test_a_list_and_forms_at_once_get_a_number_each(in_sessions):
    BodyFactory()
    GroupFactory(number=1)
    by = UserFactory()
    forms = [new_group(contacts=[]), new_group(contacts=[])]
    lists = [listed("a", "b"), listed("c", "d")]

    def accepting(form):
        return lambda: accept(form, on=MAY_4, at=DECIDED_AT, decided_by=by)

    told = in_sessions(*at_once(*map(accepting, forms), *map(importing, lists)))

    assert told == ["done"] * 4
    assert in_sessions(numbers) == [[*range(1, 8)]]


@pytest.mark.parametrize("sources", [("", ""), ("Iowa", "Iowa"), ("Iowa", "Ohio")])
def test_the_same_list_read_by_two_at_once_is_written_once(in_sessions, sources):
    BodyFactory()
    loads = [importing(listed("a", "b"), source) for source in sources]

    told = in_sessions(*at_once(*loads))

    assert told == ["done"] * 2
    assert in_sessions(numbers) == [[1, 2]]
    owned = [["a", "b"]] if any(sources) else []
    assert in_sessions(remembered) == [owned]


def test_two_who_add_a_group_with_one_number_get_a_page_each(in_sessions, reg):
    BodyFactory()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(reg)
    both = Barrier(2)

    def send(browser):
        form = typed(browser.get(ADD), name="Hope")
        both.wait(timeout=30)
        return browser.post(ADD, form).status_code

    told = in_sessions(*(partial(send, browser) for browser in browsers))

    assert sorted(told) == [200, 302]
    assert in_sessions(numbers) == [[1]]
