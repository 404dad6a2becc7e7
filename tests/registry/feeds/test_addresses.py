"""Addresses, regions and coordinates, as feeds write them."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.feeds.addresses import (
    full_address,
    looks_approximate,
    read_coordinates,
    read_regions,
    said_approximate,
)

PARTS = {"address": "", "city": "", "state": "", "postal_code": "", "country": ""}


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({}, ""),
        ({"address": "1 Main St"}, "1 Main St"),
        ({"city": "Anytown", "state": "CA"}, "Anytown, CA"),
        (
            {
                "address": "1 Main St",
                "city": "Anytown",
                "state": "CA",
                "postal_code": "98765",
                "country": "US",
            },
            "1 Main St, Anytown, CA 98765, USA",
        ),
        (
            {
                "city": "Boston",
                "state": "MA",
                "postal_code": "2108",
                "country": "USA",
            },
            "Boston, MA 02108, USA",
        ),
        (
            {"address": "1 Main St, Anytown, CA, USA", "city": "anytown"},
            "1 Main St, Anytown, CA, USA",
        ),
    ],
)
def test_an_address_is_put_together_and_says_nothing_twice(parts, address):
    assert full_address({**PARTS, **parts}) == address


@pytest.mark.parametrize(
    ("address", "is_approximate"),
    [
        ("", True),
        ("Edmonton, Alberta, Canada", True),
        ("8318 104 St, Edmonton, Alberta, T6E 4E8, Canada", False),
        ("17175 Monterey Rd, Morgan Hill, CA 95037, USA", False),
    ],
)
def test_an_address_of_fewer_than_four_parts_is_a_town(address, is_approximate):
    assert looks_approximate(address, has_street=False) is is_approximate


@pytest.mark.parametrize(
    ("written", "said"),
    [("yes", True), ("No", False), (True, True), (0, False), (None, None), ("?", None)],
)
def test_a_row_may_say_whether_its_place_is_approximate(written, said):
    assert said_approximate(written) is said


@pytest.mark.parametrize(
    ("region", "sub_region", "regions", "named"),
    [
        (None, None, None, []),
        ("San Jose", "Downtown", None, ["San Jose", "Downtown"]),
        ("San Jose > Downtown", "", None, ["San Jose", "Downtown"]),
        ("ignored", None, ["A", "B", "C"], ["A", "B", "C"]),
        (None, None, "A > B", ["A", "B"]),
    ],
)
def test_regions_are_read_from_general_to_particular(
    region, sub_region, regions, named
):
    assert read_regions(region, sub_region, regions) == named


@pytest.mark.parametrize(
    ("latitude", "longitude", "both", "point"),
    [
        (37.5, -122.25, None, (37.5, -122.25)),
        ("37.5", " -122.25 ", None, (37.5, -122.25)),
        ("37,5", "−122,25", None, (37.5, -122.25)),
        (None, None, "37.5,-122.25", (37.5, -122.25)),
        ("", "", "37.5 -122.25", (37.5, -122.25)),
        ("37.5, -122.25", "", None, (37.5, -122.25)),
        (None, None, [37.5, -122.25], (37.5, -122.25)),
        (None, None, "1,2,3,4", (None, None)),
        (0, 0, None, (None, None)),
        (0, 9.5, None, (0, 9.5)),
        (37.5, None, None, (None, None)),
        ("null", "null", None, (None, None)),
    ],
)
def test_coordinates_are_read_however_they_are_written(
    latitude, longitude, both, point
):
    assert read_coordinates(latitude, longitude, both) == point


@pytest.mark.parametrize(
    ("latitude", "longitude", "column", "sentence"),
    [
        (91, 0, "latitude", "“91” is not on the earth: −90 to 90 is."),
        (0, "-181", "longitude", "“-181” is not on the earth: −180 to 180 is."),
        ("north", 5, "latitude", "“north” is not on the earth: −90 to 90 is."),
    ],
)
def test_coordinates_off_the_earth_are_refused(latitude, longitude, column, sentence):
    with pytest.raises(ValidationError) as refused:
        read_coordinates(latitude, longitude, None)

    assert refused.value.message_dict == {column: [sentence]}
