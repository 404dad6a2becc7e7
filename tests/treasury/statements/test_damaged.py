"""Files that were damaged on their way are read or refused, and never a crash."""

import contextlib
import signal
import time

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intergroup.kit.money import total
from tests.treasury.statements.loading import FILES, read
from tests.treasury.test_two_at_once import database_url, manage

__all__ = ["database_url", "manage"]
NAMES = sorted(path.name for path in FILES.iterdir())
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [
            *(b"<", b">", b"</", b"<STMTTRN>", b"</STMTTRN>", b"<TRNAMT>", b"&#0;"),
            *(b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"=1+1", b"-", b"("),
            *(b"9" * 40, b"13/45/2026", b"0001-01-01", b"<STMTRS>", b"</STMTRS>"),
        ]
    ),
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_file_is_read_or_refused_with_a_sentence(data):
    whole = (FILES / data.draw(st.sampled_from(NAMES))).read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(0, len(whole)))
        last = data.draw(st.integers(first, min(len(whole), first + 40)))
        whole = whole[:first] + data.draw(PIECES) + whole[last:]

    with contextlib.suppress(ValidationError):
        for statement in read(whole):
            keys = [line.key for line in statement.lines]
            assert len(keys) == len(set(keys))
            assert all(line.amount for line in statement.lines)
            assert all(problem for problem in statement.problems)


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.integers(-500, 500), st.sampled_from("AB")),
        min_size=1,
        max_size=30,
    ),
    st.booleans(),
)
def test_whatever_the_order_the_balances_and_the_keys_are_the_same(rows, is_turned):
    rows = sorted((day, cents, what) for day, cents, what in rows if cents)
    balance, told = 10_000, []
    for day, cents, what in rows:
        balance += cents
        told.append(f"01/{day:02}/2026,{what},{cents / 100:.2f},{balance / 100:.2f}")
    head = "Date,Description,Amount,Balance\n"
    if not told:
        return

    (upright,) = read((head + "\n".join(told)).encode())
    (turned,) = read((head + "\n".join(reversed(told))).encode())

    assert {line.key for line in upright.lines} == {line.key for line in turned.lines}
    assert upright.closing - upright.opening == total(e.amount for e in upright.lines)
    if len({day for day, *_rest in rows}) > 1 or not is_turned:
        assert (turned.opening, turned.closing) == (upright.opening, upright.closing)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_import_that_is_killed_leaves_nothing_half_written(manage, tmp_path):
    rows = [f"01/{n % 28 + 1:02}/2026,CHECK {n},-{n}.00" for n in range(1, 9_000)]
    file = tmp_path / "bank.csv"
    file.write_text("Date,Description,Amount\n" + "\n".join(rows))
    process = manage("import_statement", file, "--account", "1000")
    time.sleep(2)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    again = manage("import_statement", file, "--account", "1000")

    told = again.communicate(timeout=60)[0]
    assert "8999 created" in told or "8999 unchanged" in told
