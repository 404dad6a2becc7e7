"""Seals: every change shows."""

from intergroup.kit import seals

FACT = {"number": 1, "memo": "Café", "lines": [(1, 2, 300)]}


def test_the_same_fact_has_the_same_seal_whatever_its_order():
    turned = dict(reversed(FACT.items()))

    assert seals.seal(FACT, after=seals.FIRST) == seals.seal(turned, after=seals.FIRST)


def test_any_change_breaks_the_seal():
    sealed = seals.seal(FACT, after=seals.FIRST)

    assert seals.seal({**FACT, "memo": "Cafe"}, after=seals.FIRST) != sealed
    assert seals.seal(FACT, after=sealed) != sealed


def test_a_seal_is_known_by_heart_for_ever():
    assert seals.seal({"number": 1}, after=seals.FIRST) == (
        "fdf3caeae8da4690e1dc589ec1bf241530e23941da239304475fb1806c832078"
    )


def test_a_short_seal_is_twelve_figures_in_fours():
    assert seals.short("0123456789abcdef") == "0123 4567 89ab"
