"""Whatever a file holds, the loader reads it or refuses it, and never breaks."""

import json
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intergroup.registry.feeds.bmlt import _NAMES as _BMLT
from intergroup.registry.feeds.cells import _ALIASES, _MEANS
from tests.registry.feeds.loader import counts, load

NAMES = st.sampled_from([*_ALIASES, *_MEANS, *_BMLT])
ODD = ("Mon-Fri", "7pm", "24:00", "<p>&amp;", "http://[", "1,2", "District 5", "9" * 30)
TEXT = st.text(max_size=20) | st.sampled_from(ODD)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=2)
    ),
    max_leaves=4,
)
ROWS = st.lists(
    st.dictionaries(NAMES | TEXT, VALUES, max_size=8) | VALUES,
    min_size=1,
    max_size=4,
)
QUICKLY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@QUICKLY
@given(rows=ROWS, source=st.sampled_from(["", "City list"]))
def test_any_json_is_read_or_refused_and_changes_nothing_twice(db, rows, source):
    data, asked = json.dumps(rows).encode(), {"skip_refused": True, "source": source}
    with transaction.atomic():
        first = load(data=data, **asked)

        again = load(data=data, **asked)
        transaction.set_rollback(True)

    assert (again.created, again.changed) == (0, 0)
    assert again.unchanged == first.created + first.changed + first.unchanged


@QUICKLY
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(db, data):
    with suppress(ValidationError):
        assert counts(load(data=data, dry_run=True)) != (0, 0, 0, 0)


@QUICKLY
@given(cells=st.lists(TEXT, min_size=3, max_size=3))
def test_any_line_of_a_table_is_read_or_refused(db, cells):
    line = ",".join(f'"{each}"' for each in cells)

    with suppress(ValidationError):
        outcome = load(data=f"name,day,time\nx,1,\n{line}\n".encode(), dry_run=True)
        assert outcome.created + outcome.refused_rows >= 1


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 5000])
def test_a_number_beyond_all_numbers_does_not_break_the_reader(db, number):
    data = f'[{{"name": "Hope", "size": {number}, "updated": {number}}}]'.encode()

    assert counts(load(data=data)) == (1, 0, 0, 0)
    assert counts(load(data=data)) == (0, 0, 1, 0)
