"""What a report asks beside its days: choices, and periods that one link chooses."""

import json
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from intergroup.kit import asking, reports, sheets
from intergroup.kit.dates import Period
from tests.factories import BodyFactory

FRUIT = [("", "All fruit"), ("apple", "Apples"), ("red pear", "Pears")]
SIZES = [("s", "Small"), ("l", "Large")]
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


@dataclass(frozen=True, slots=True)
class Answer:
    asked: Period
    fruit: str
    size: str

    def as_json(self):
        return {"fruit": self.fruit, "size": self.size}

    def as_tables(self):
        return (sheets.Table("T", ("fruit", "size"), ((self.fruit, self.size),)),)


@pytest.fixture(autouse=True)
def board(monkeypatch, settings, tmp_path):
    """A board with two reports: one waits for a size, one has a usual size."""
    reverse("desk")  # the apps pin their own reports before this
    monkeypatch.setattr(reports, "_reports", {})
    (tmp_path / "answer.html").write_text("<p>Fruit: {{ report.fruit }}.</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, "templates"]}]
    fruit = reports.Choice("fruit", "Which fruit", lambda: FRUIT)
    for slug, default in [("waiting", ""), ("market", lambda: "s")]:
        size = reports.Choice("size", "Size", lambda: SIZES, default=default)
        pin = reports.report(
            slug,
            title=slug,
            description="What it tells.",
            order=10,
            asks="period",
            permission="treasury.view_entry",
            template="answer.html",
            choices=(fruit, size),
        )
        pin(Answer)


def query_of(address):
    """The query of an address, with what is empty."""
    return {
        k: v
        for k, [v] in parse_qs(urlsplit(address).query, keep_blank_values=True).items()
    }


def test_report_runs_with_the_usual_choices(as_tess):
    answer = as_tess.get("/reports/market/?format=json")

    assert json.loads(answer.content) == {"report": "market", "fruit": "", "size": "s"}


def test_report_runs_with_what_was_chosen(as_tess):
    page = as_tess.get("/reports/market/?fruit=red+pear&size=l").content.decode()

    assert "Fruit: red pear." in page
    assert '<option value="red pear" selected>Pears</option>' in page
    assert '<option value="l" selected>Large</option>' in page


def test_report_waits_for_a_choice_that_has_no_usual_answer(as_tess):
    page = as_tess.get("/reports/waiting/?fruit=apple").content.decode()

    assert "Fruit:" not in page
    assert "errorlist" not in page
    assert '<option value="" selected>Choose…</option>' in page


def test_report_that_waits_gives_no_file(as_tess):
    assert as_tess.get("/reports/waiting/?format=csv").status_code == 400


def test_report_says_what_is_left_to_choose(as_tess):
    page = as_tess.get("/reports/waiting/?size=").content.decode()

    assert "Fruit:" not in page
    assert "This field is required." in page


def test_report_refuses_what_is_not_among_the_choices(as_tess):
    answer = as_tess.get("/reports/market/?fruit=pebble")

    assert answer.status_code == 200
    assert "“pebble” cannot be chosen as “Which fruit”." in answer.content.decode()
    assert "Fruit:" not in answer.content.decode()


def test_files_keep_what_was_chosen(as_tess):
    days = {"from": "2026-05-01", "to": "2026-05-31"}
    chosen = {"fruit": "red pear", "size": "l"}

    files = as_tess.get("/reports/market/", {**days, **chosen}).context["files"]

    assert query_of(dict(files)["CSV"]) == {**days, **chosen, "format": "csv"}


def test_a_file_is_named_after_what_was_chosen(as_tess):
    query = "from=2026-05-01&to=2026-05-31&fruit=red+pear&size=l&format=csv"

    told = as_tess.get(f"/reports/market/?{query}").headers["Content-Disposition"]

    assert told == (
        'attachment; filename="market-2026-05-01-2026-05-31-fruit-red-pear-size-l.csv"'
    )


@pytest.mark.parametrize("name", ["from", "format", "two words"])
def test_a_choice_cannot_have_a_name_that_is_taken_or_no_name(name):
    with pytest.raises(ImproperlyConfigured, match="cannot be named"):
        reports.Choice(name, "Label", list)


def test_quick_periods_are_months_and_fiscal_years(db):
    BodyFactory(fiscal_year_begins=7)

    assert asking.quick_periods(date(2026, 3, 8))[:4] == [
        ("This month", Period(date(2026, 3, 1), date(2026, 3, 8))),
        ("Last month", Period(date(2026, 2, 1), date(2026, 2, 28))),
        ("This fiscal year", Period(date(2025, 7, 1), date(2026, 3, 8))),
        ("Last fiscal year", Period(date(2024, 7, 1), date(2025, 6, 30))),
    ]


def test_an_app_can_pin_a_quick_period_of_its_own(monkeypatch):
    monkeypatch.setattr(asking, "_quick", [])

    reports.quick_period("May", lambda _day: MAY)
    reports.quick_period(lambda day: f"Before {day}", lambda _day: MAY)
    reports.quick_period("Never", lambda _day: None)

    found = asking.quick_periods(date(2026, 6, 1))
    assert found == [("May", MAY), ("Before 2026-06-01", MAY)]


def test_a_quick_period_is_a_link_that_keeps_what_was_chosen(monkeypatch, as_tess):
    monkeypatch.setattr(asking, "_quick", [asking.Quick("May", lambda _day: MAY)])

    context = as_tess.get("/reports/market/?fruit=apple&size=l").context

    [(label, address, is_shown)] = context["quick"]
    assert (label, is_shown) == ("May", False)
    assert query_of(address) == {
        "from": "2026-05-01",
        "to": "2026-05-31",
        "fruit": "apple",
        "size": "l",
    }


def test_the_quick_period_that_is_shown_is_marked(monkeypatch, as_tess):
    monkeypatch.setattr(asking, "_quick", [asking.Quick("May", lambda _day: MAY)])

    page = as_tess.get("/reports/market/?from=2026-05-01&to=2026-05-31")

    assert page.context["quick"][0][2] is True
    assert 'aria-current="true">May</a>' in page.content.decode()


def test_a_report_on_a_day_has_no_quick_periods(monkeypatch, as_tess):
    people = reports.Report(
        "people", "P", "", 1, "day", "treasury.view_entry", "answer.html", Answer
    )
    monkeypatch.setitem(reports._reports, "people", people)

    page = as_tess.get("/reports/people/?on=soon")

    assert page.context["quick"] == []
