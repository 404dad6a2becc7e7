"""Days of the week, as feeds write them."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.feeds.days import read_days


@pytest.mark.parametrize(
    ("written", "days"),
    [
        (0, (0,)),
        (6, (6,)),
        (3.0, (3,)),
        ("4", (4,)),
        ("04", (4,)),
        ("4.0", (4,)),
        ("Monday", (1,)),
        (" monday ", (1,)),
        ("MONDAYS", (1,)),
        ("Mon", (1,)),
        ("Tues.", (2,)),
        ("Weds", (3,)),
        ("Thurs", (4,)),
        ("fr", (5,)),
        ("lunes", (1,)),
        ("miércoles", (3,)),
        ("samedi", (6,)),
        ("Dienstag", (2,)),
        ([6], (6,)),
        (["Wednesday", 1], (1, 3)),
        ([1, 1], (1,)),
        (["1", "3", "5"], (1, 3, 5)),
        ("Monday, Wednesday", (1, 3)),
        ("Mon/Wed/Fri", (1, 3, 5)),
        ("Mon Wed Fri", (1, 3, 5)),
        ("Tuesday &amp; Thursday", (2, 4)),
        ("Saturday and Sunday", (0, 6)),
        ("Mon-Fri", (1, 2, 3, 4, 5)),
        ("Friday to Monday", (0, 1, 5, 6)),
        ("1-5", (1, 2, 3, 4, 5)),
        ("Daily", (0, 1, 2, 3, 4, 5, 6)),
        ("Weekdays", (1, 2, 3, 4, 5)),
        ("weekends", (0, 6)),
    ],
)
def test_a_day_is_read_however_it_is_written(written, days):
    assert read_days(written) == days


@pytest.mark.parametrize("written", [None, "", " ", [], [""], "By appointment", "TBA"])
def test_no_day_is_by_appointment(written):
    assert read_days(written) == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (9, "9"),
        (7, "7"),
        (-1, "-1"),
        (2.5, "2.5"),
        ("Funday", "Funday"),
        ("s", "s"),
        ("Monday (women)", "Monday (women)"),
        (True, "true"),
        ({"day": 1}, '{"day": 1}'),
        ([[1]], "[1]"),
        ("x" * 90, "x" * 60 + "…"),
    ],
)
def test_a_wrong_day_is_refused_in_a_sentence(written, shown):
    with pytest.raises(ValidationError) as refused:
        read_days(written)

    sentence = (
        f"“{shown}” is not a day of the week. Write 0 to 6 (0 is Sunday) or a name, "
        "such as Monday."
    )
    assert refused.value.messages == [sentence]
