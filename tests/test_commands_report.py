"""``manage.py report``: what scripts rely on, and sentences for what goes wrong."""

import io
import json
import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from tests.factories import BodyFactory, PositionFactory, TermFactory


@dataclass(frozen=True, slots=True)
class Echo:
    asked: object
    sound: str = ""

    def as_json(self):
        said = {"sound": self.sound} if self.sound else {}
        return {"asked": str(self.asked), **said}

    def as_tables(self):
        return (Table("Echo", ("asked",), ((str(self.asked),),)),)


SOUND = reports.Choice("sound", "Sound", lambda: [("ah", "Ah"), ("oh", "Oh")])


def pin(monkeypatch, run=Echo, asks="period", choices=()):
    """Pin a report “echo” to the board for one test."""
    pinned = reports.Report("echo", "Echo", "", 1, asks, "", "", run, choices)
    monkeypatch.setitem(reports._reports, "echo", pinned)


def report(*args):
    out = io.StringIO()
    call_command("report", *args, stdout=out)
    return out.getvalue()


def test_report_prints_json_unless_told_otherwise(db):
    TermFactory(position=PositionFactory(name="Chair"))

    data = json.loads(report("roster", "--on", "2026-02-08"))

    assert (data["report"], data["on"]) == ("roster", "2026-02-08")
    assert [line["position"] for line in data["positions"]] == ["Chair"]


def test_report_prints_csv(db):
    PositionFactory(name="Chair")

    lines = report("roster", "--format", "csv").splitlines()

    assert lines[1] == "Chair,,1,,,,1"


@pytest.mark.parametrize(("form", "start"), [("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_report_writes_a_file_and_says_so(db, tmp_path, form, start):
    file = tmp_path / f"roster.{form}"

    said = report("roster", "--format", form, "--output", str(file))

    assert said == f"Wrote {file}.\n"
    assert file.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nothing"], "There is no report “nothing”. The reports are: "),
        ([], "Say which report. The reports are: "),
        (["roster", "--format", "odt"], "There is no format “odt”. The formats are: j"),
        (["roster", "--format", "xlsx"], "Say where to write the xlsx file: --output"),
        (["roster", "--on", "2026-02-30"], "“2026-02-30” is not a day of the calendar"),
        (["roster", "--on", "soon"], "“soon” is not a date. Write it as 2026-01-31."),
    ],
)
def test_report_answers_a_mistake_with_a_sentence(db, args, sentence):
    with pytest.raises(CommandError, match=re.escape(sentence)) as refused:
        report(*args)

    assert refused.value.returncode == 1


def test_report_refuses_a_period_that_runs_backwards(db, monkeypatch):
    pin(monkeypatch)

    with pytest.raises(CommandError, match="before it begins"):
        report("echo", "--from", "2026-02-01", "--to", "2026-01-31")


def test_report_on_a_period_does_not_take_a_day(db, monkeypatch):
    pin(monkeypatch)

    with pytest.raises(CommandError, match="asks for a period: --from and --to"):
        report("echo", "--on", "2026-01-31")


@pytest.mark.parametrize(
    ("args", "period"),
    [
        (["--from", "2022-01-01", "--to", "2022-12-31"], ("2022-01-01", "2022-12-31")),
        (["--to", "2026-03-31"], ("2025-07-01", "2026-03-31")),
        (["--to", "2026-07-01"], ("2026-07-01", "2026-07-01")),
    ],
)
def test_report_begins_with_the_fiscal_year(db, monkeypatch, args, period):
    BodyFactory(fiscal_year_begins=7)
    pin(monkeypatch)

    asked = json.loads(report("echo", *args))["asked"]

    assert asked == str(Period(*map(date.fromisoformat, period)))


@pytest.mark.parametrize(
    ("args", "day"),
    [
        (["--on", "2026-01-31", "--to", "2026-12-31"], "2026-01-31"),
        (["--to", "2026-12-31"], "2026-12-31"),
    ],
)
def test_report_on_a_day_takes_on_before_to(db, monkeypatch, args, day):
    pin(monkeypatch, asks="day")

    assert json.loads(report("echo", *args)) == {"report": "echo", "asked": day}


def test_report_takes_a_choice(db, monkeypatch):
    pin(monkeypatch, choices=(SOUND,))

    said = json.loads(report("echo", "--choose", "sound=oh"))

    assert said["sound"] == "oh"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "“Echo” needs --choose sound=…"),
        (["--choose", "sound"], "Write a choice as NAME=VALUE, not as “sound”."),
        (["--choose", "x=oh"], "“Echo” has no choice “x”. Its choices are: sound."),
        (["--choose", "sound=uh"], "“uh” cannot be chosen as “Sound”."),
    ],
)
def test_report_answers_a_wrong_choice_with_a_sentence(db, monkeypatch, args, sentence):
    pin(monkeypatch, choices=(SOUND,))

    with pytest.raises(CommandError, match=re.escape(sentence)):
        report("echo", *args)


def test_report_without_choices_says_that_it_has_none(db, monkeypatch):
    pin(monkeypatch)

    with pytest.raises(CommandError, match=r"“Echo” has no choice “sound”\.$"):
        report("echo", "--choose", "sound=oh")


def test_report_that_does_not_foot_is_an_error_and_no_file(db, monkeypatch, tmp_path):
    def broken(_asked):
        raise reports.DoesNotFootError("10.00 is not 9.00.")

    pin(monkeypatch, run=broken)

    with pytest.raises(CommandError, match=r"“Echo” does not foot: 10\.00 is not"):
        report("echo", "--output", str(tmp_path / "echo.json"))

    assert list(tmp_path.iterdir()) == []


def test_report_says_why_a_file_cannot_be_written(db, tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file or dir"):
        report("roster", "--output", str(tmp_path / "no" / "roster.json"))
