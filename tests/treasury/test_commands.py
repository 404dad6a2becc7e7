"""The treasury’s commands, as a script calls them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from intergroup.kit.guards import lifted
from intergroup.kit.uploads import MAX_BYTES
from treasury.guards import GUARDS
from treasury.models import Contribution, Entry

FILE = Path(__file__).parent.parent / "data" / "sioux-falls-2022-contributions.csv"


def run(command, *arguments):
    out, err = StringIO(), StringIO()
    call_command(command, *arguments, stdout=out, stderr=err, skip_checks=True)
    return out.getvalue()


def test_import_contributions_tells_what_it_did(db):
    told = run("import_contributions", FILE, "--create-groups")

    assert "New pending group: 3 Westside." in told
    assert told.endswith(
        "Contributions: 15 created, 0 changed, 0 unchanged, 0 refused.\n"
    )


def test_a_dry_run_says_that_nothing_was_written(db):
    told = run("import_contributions", FILE, "--dry-run")

    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert not Contribution.objects.exists()


def test_a_file_that_is_not_there_is_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run("import_contributions", tmp_path / "none.csv")


def test_a_huge_file_is_refused_before_it_is_read(db, tmp_path):
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(CommandError, match="The file is 200 MB; the most"):
        run("import_contributions", huge)
    assert MAX_BYTES == 20 * 1024 * 1024


def test_refused_rows_end_the_command_with_an_error(db, tmp_path):
    file = tmp_path / "wrong.csv"
    file.write_text("Date,Group,Amount\n2022-01-15,Hope,-1\n")

    with pytest.raises(CommandError, match="Nothing was written"):
        run("import_contributions", file)


def test_check_books_says_that_they_are_sound(db):
    run("import_contributions", FILE)

    assert run("check_books").startswith("The books are sound: 15 entries, last seal ")


def test_check_books_of_no_books_is_sound(db):
    assert run("check_books") == "The books are sound: 0 entries, last seal –.\n"


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE treasury_entry SET memo = 'x' WHERE number = 3", "Entry 3 is not as"),
        ("UPDATE treasury_posting SET amount = 99 WHERE id = 2", "Entry 1 is out by"),
        (
            "UPDATE treasury_contribution SET amount = 7 WHERE id = 2",
            "of its contribution",
        ),
        (
            "UPDATE treasury_contribution SET received_on = '2022-03-03' WHERE id = 2",
            "does not agree with its entry",
        ),
        (
            "UPDATE treasury_posting SET dated = '2022-03-03' WHERE id = 1",
            "has another date than its entry",
        ),
    ],
)
def test_check_books_finds_what_was_changed_behind_the_guards(db, capsys, sql, finding):
    run("import_contributions", FILE)
    with lifted(GUARDS, connection), connection.cursor() as cursor:
        cursor.execute(_by_rank(sql))

    err = StringIO()
    with pytest.raises(CommandError, match="not sound"):
        call_command("check_books", stderr=err, skip_checks=True)

    assert finding in err.getvalue()


def test_check_books_finds_an_entry_cut_out_of_the_chain(db):
    run("import_contributions", FILE)
    last = Entry.objects.in_order().last()
    with lifted(GUARDS, connection), connection.cursor() as cursor:
        for table in ("contribution", "posting"):
            cursor.execute(
                f"DELETE FROM treasury_{table} WHERE entry_id = %s", [last.pk - 5]
            )
        cursor.execute("DELETE FROM treasury_entry WHERE id = %s", [last.pk - 5])

    err = StringIO()
    with pytest.raises(CommandError, match="not sound"):
        call_command("check_books", stderr=err, skip_checks=True)
    assert "Entry 10 is missing." in err.getvalue()


def test_check_books_finds_missing_guards(db):
    err = StringIO()

    with lifted(GUARDS, connection), pytest.raises(CommandError, match="not sound"):
        call_command("check_books", stderr=err, skip_checks=True)

    assert "not guarded by “treasury_entry_balances”" in err.getvalue()


def _by_rank(sql):
    """Turn “the second row” into its id, whatever the sequence stands at."""
    table = sql.split()[1]
    head, _, rank = sql.rpartition("id = ")
    if not rank.isdigit():
        return sql
    nth = int(rank) - 1
    return f"{head}id = (SELECT id FROM {table} ORDER BY id LIMIT 1 OFFSET {nth})"


def test_the_books_say_who_imported(db, tess):
    run("import_contributions", FILE, "--by", "tess@example.org")

    assert Entry.objects.filter(posted_by=tess).count() == 15


def test_nobody_imports_under_an_unknown_name(db):
    with pytest.raises(CommandError, match="Nobody signs in as who@example"):
        run("import_contributions", FILE, "--by", "who@example.org")
