"""Notes and coins."""

from decimal import Decimal

import pytest

from intergroup.kit.money import CURRENCIES
from intergroup.kit.pieces import PIECES, pieces_of


def test_every_currency_has_its_notes_and_coins():
    assert set(PIECES) == set(CURRENCIES)


@pytest.mark.parametrize("currency", CURRENCIES)
def test_they_stand_from_the_largest_to_the_smallest_without_a_lost_cent(currency):
    values = [Decimal(each) for each in pieces_of(currency)]

    assert values == sorted(set(values), reverse=True)
    assert all(value.scaleb(CURRENCIES[currency].places) % 1 == 0 for value in values)
