"""Two treasurers import the same statement at the same time: real processes."""

import pytest

from tests.treasury.statements.loading import FILES
from tests.treasury.test_two_at_once import database_url, manage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
__all__ = ["database_url", "manage"]


def statement_file(path, first, last):
    """A statement with one line for each number, of which some are in another."""
    rows = [f"01/{n % 28 + 1:02}/2026,CHECK {n},-{n}.00" for n in range(first, last)]
    path.write_text("Date,Description,Amount\n" + "\n".join(rows) + "\n")
    return path


def test_the_same_file_from_two_people_is_kept_once(manage):
    arguments = ("import_statement", FILES / "bank_of_america.csv", "--account", "1000")

    both = [manage(*arguments), manage(*arguments)]
    told = "".join(each.communicate(timeout=60)[0] for each in both)

    assert [each.returncode for each in both] == [0, 0], told
    assert told.count("2 created") == 1
    assert told.count("This file was imported before") == 1


def test_files_that_overlap_keep_each_line_once(manage, tmp_path):
    one = statement_file(tmp_path / "a.csv", 1, 600)
    other = statement_file(tmp_path / "b.csv", 300, 900)

    both = [
        manage("import_statement", file, "--account", "1000") for file in (one, other)
    ]
    told = [each.communicate(timeout=60)[0] for each in both]

    assert [each.returncode for each in both] == [0, 0], told
    counted = [int(each.split("Lines: ")[1].split()[0]) for each in told]
    assert sum(counted) == 899
