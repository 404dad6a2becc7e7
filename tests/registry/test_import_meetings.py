"""The command: what it prints, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from intergroup.registry.models import Group, Meeting
from tests.registry.feeds.loader import row

WRONG = row(slug="wrong", day=9)


@pytest.fixture
def feed(tmp_path):
    """Write rows into a file, and give its path."""

    def write(*rows):
        path = tmp_path / "feed.json"
        path.write_text(json.dumps(rows))
        return path

    return write


def test_it_counts_what_it_did(db, feed, capsys):
    path = feed(row(group="Hope"), row(slug="b"))

    call_command("import_meetings", path)
    call_command("import_meetings", path)

    assert capsys.readouterr().out.splitlines() == [
        "Groups added to the register: 1",
        "meetings: 2 created, 0 changed, 0 unchanged, 0 refused.",
        "meetings: 0 created, 0 changed, 2 unchanged, 0 refused.",
    ]
    assert Group.objects.get().registered_on == timezone.localdate()


def test_a_refused_row_ends_it_and_nothing_is_written(db, feed, capsys):
    with pytest.raises(CommandError, match="Nothing was written") as ended:
        call_command("import_meetings", feed(row(), WRONG))

    assert ended.value.returncode == 1
    assert capsys.readouterr().err.startswith("Row 2, column day: “9” is not a day")
    assert not Meeting.objects.exists()


def test_the_other_rows_are_written_when_asked(db, feed, capsys):
    call_command("import_meetings", feed(row(), WRONG), "--skip-refused")

    told = "meetings: 1 created, 0 changed, 0 unchanged, 1 refused."
    assert capsys.readouterr().out.splitlines() == [told]
    assert Meeting.objects.get().slug == "friday-hope"


def test_a_dry_run_says_so(db, feed, capsys):
    call_command("import_meetings", feed(row()), "--dry-run")

    assert "Nothing was written: this was a dry run." in capsys.readouterr().out
    assert not Meeting.objects.exists()


def test_groups_are_made_by_name_when_asked(db, feed):
    call_command("import_meetings", feed(row()), "--group-by-name")

    assert Meeting.objects.get().group.name == "Friday Hope"


def test_a_file_that_is_no_list_is_named_in_the_sentence(db, tmp_path):
    path = tmp_path / "feed.json"
    path.write_text("{")

    with pytest.raises(CommandError, match=r"^feed\.json: This is not JSON: look at"):
        call_command("import_meetings", path)


def test_a_file_that_is_not_there_is_said_so(db, tmp_path):
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("import_meetings", tmp_path / "feed.json")


def test_who_imports_is_somebody_who_signs_in(sam, feed):
    call_command("import_meetings", feed(row()), "--by", "SAM@example.org")

    with pytest.raises(CommandError, match=r"Nobody signs in as eve@example\.org"):
        call_command("import_meetings", feed(row()), "--by", "eve@example.org")
