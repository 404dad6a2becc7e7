"""The codes of the two profiles, held against the specification’s own list."""

import json
from pathlib import Path

import pytest

from intergroup.registry.feeds.codes import HA_TYPES, SPEC_TYPES, TSML_LANGUAGES
from intergroup.registry.feeds.profiles import GUIDE, TSML
from intergroup.registry.models import MeetingType
from intergroup.registry.publishing import PublishedType

SPEC = Path(__file__).parents[2] / "data" / "code4recovery-spec-types.json"


def of(code, aa_code="", name="A name"):
    return PublishedType(code, name, aa_code)


def test_our_list_is_that_of_the_specification():
    assert json.loads(SPEC.read_text())["types"] == SPEC_TYPES


def test_every_seeded_type_is_said_in_a_code_that_readers_know(db):
    for each in MeetingType.objects.all():
        kind = of(each.code, each.aa_code, each.name)
        assert GUIDE.code_of(kind) in (each.aa_code, "")
        assert TSML.code_of(kind) in (each.code, each.name)


def test_the_types_that_the_specification_has_no_word_for_are_these(db):
    kinds = MeetingType.objects.order_by("code")
    silent = [
        each.code
        for each in kinds
        if not GUIDE.code_of(of(each.code, each.aa_code, each.name))
    ]

    assert silent == ["CPT", "NS", "QA", "RA", "VAR"]


@pytest.mark.parametrize("code", sorted(SPEC_TYPES))
def test_a_code_of_the_specification_is_its_own(code):
    assert GUIDE.code_of(of(code)) == code


@pytest.mark.parametrize("code", sorted({**HA_TYPES, **TSML_LANGUAGES}))
def test_a_code_of_tsml_is_its_own(code):
    assert TSML.code_of(of(code)) == code


@pytest.mark.parametrize(
    ("tsml", "spec"),
    [("ES", "S"), ("IT", "ITA"), ("KO", "KOR"), ("PA", "PUN"), ("RU", "RUS")],
)
def test_a_language_has_another_code_in_each_profile(tsml, spec):
    assert GUIDE.code_of(of(tsml)) == spec
    assert TSML.code_of(of(spec, spec)) == tsml


@pytest.mark.parametrize(
    ("spec", "tsml"), [("BE", "BEG"), ("SP", "SPK"), ("ST", "STEP"), ("D", "DISC")]
)
def test_an_imported_code_of_the_specification_has_its_equal_of_ha(spec, tsml):
    assert TSML.code_of(of(spec, spec)) == tsml


def test_a_type_without_an_equal_is_a_name_to_tsml_and_nothing_to_the_app():
    own = of("CHIP", name="Chip night")

    assert (GUIDE.code_of(own), TSML.code_of(own)) == ("", "Chip night")


def test_two_types_with_one_equal_are_said_once():
    types = {"DISC": of("DISC", "D"), "TOP": of("TOP", "D")}

    assert GUIDE.types(("DISC", "TOP"), "in_person", types) == ["D"]
