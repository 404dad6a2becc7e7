"""A list read, published, and read again into an empty register is the same list.

Beside the two lists of whole cities stand rows of the kinds that others publish; where
they are from is told in tests/data/README.md.
"""

import json
from pathlib import Path

import pytest

from intergroup.registry.feeds.contract import breaches
from intergroup.registry.feeds.profiles import GUIDE, TSML
from intergroup.registry.models import MeetingType
from tests.registry.feeds.loader import load
from tests.registry.feeds.round_trip import feed, there_and_back
from tests.registry.feeds.shapes import SHAPES, many

DATA = Path(__file__).parents[2] / "data"
LISTS = {
    "edmonton": (DATA / "edmonton-meetings.json", 315),
    "san-jose": (DATA / "san-jose-meetings.json", 686),
}


@pytest.mark.parametrize("city", sorted(LISTS))
def test_the_list_of_a_city_comes_back_equal(db, city):
    path, count = LISTS[city]

    before, after = there_and_back(path.read_bytes())

    assert len(after) == count
    assert after == before


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_list_as_others_publish_it_comes_back_equal(db, name):
    before, after = there_and_back(json.dumps(SHAPES[name]).encode())

    assert len(after) == len(SHAPES[name])
    assert after == before


def test_a_list_of_2100_meetings_comes_back_equal(db):
    before, after = there_and_back(json.dumps(many(2_100)).encode())

    assert len(after) == 2_100
    assert after == before


@pytest.mark.parametrize("city", sorted(LISTS))
def test_a_feed_says_no_code_that_its_readers_do_not_know(db, city):
    load(data=LISTS[city][0].read_bytes())

    said = {profile: _types(profile) - profile.codes for profile in (GUIDE, TSML)}

    names = {each.name for each in MeetingType.objects.all()}
    assert (said[GUIDE], said[TSML] - names) == (set(), set())


@pytest.mark.parametrize("city", sorted(LISTS))
def test_our_feed_of_a_city_breaks_the_contract_only_as_its_list_did(db, city):
    load(data=LISTS[city][0].read_bytes())

    found = {(each.field, each.sentence) for each in breaches(feed())}

    assert {field for field, _sentence in found} == {""}


def _types(profile):
    return {code for row in feed(profile) for code in row["types"]}
