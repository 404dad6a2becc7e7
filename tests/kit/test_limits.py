"""How often something may be asked for, and how much at once."""

import pytest
from django.core.cache import cache
from django.db import connection

from intergroup.kit.limits import Limit, is_too_large, network

TWICE = Limit("tests", 2, 10**9)


def test_a_limit_gives_as_many_tickets_as_it_has(db):
    assert [TWICE.take("ann") for _ in range(4)] == [True, True, False, False]


def test_each_has_tickets_of_their_own(db):
    TWICE.take("ann")
    TWICE.take("ann")

    assert TWICE.take("bob")
    assert TWICE.take()


def test_a_ticket_is_given_once_even_where_the_count_was_lost(db):
    TWICE.take("ann")
    cache.delete_many([key for key in _keys() if key.endswith(":0") is False])

    assert [TWICE.take("ann") for _ in range(2)] == [True, False]


def test_a_flood_of_tickets_drops_nothing_but_tickets(db, settings):
    there = settings.CACHES["default"]
    settings.CACHES = {"default": {**there, "OPTIONS": {"MAX_ENTRIES": 40}}}
    others = ["allauth:rl:login", "once:1:a", "printing:a:paper", "timed:a"]
    cache.set_many(dict.fromkeys(others, 1))

    for number in range(100):
        TWICE.take(f"network {number}")

    assert len(_keys()) < 100
    assert [key for key in others if cache.get(key) is None] == []


def test_no_address_stands_in_the_cache(db):
    TWICE.take("192.0.2.7")

    assert not any("192.0.2.7" in key for key in _keys())


@pytest.mark.parametrize(
    ("address", "from_where"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("unknown", "unknown"),
    ],
)
def test_network_is_what_one_household_asks_from(address, from_where):
    assert network(address) == from_where


@pytest.mark.parametrize(
    ("said", "too_large"),
    [("0", False), ("100", False), ("101", True), ("9" * 40, True), ("-1", True)],
)
def test_is_too_large_looks_at_the_length_that_is_said(rf, said, too_large):
    request = rf.post("/", CONTENT_LENGTH=said)

    assert is_too_large(request, 100) is too_large


def _keys():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM intergroup_cache")
        return [row[0].removeprefix(":1:") for row in cursor.fetchall()]
