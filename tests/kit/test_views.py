"""Reports on screen: who may run them, over which days, and as which files."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import pdf, reports, sheets
from intergroup.kit.dates import Period


@dataclass(frozen=True, slots=True)
class Answer:
    asked: Period | date

    def as_json(self):
        return {"asked": str(self.asked)}

    def as_tables(self):
        return (sheets.Table("T", ("asked",), ((str(self.asked),),)),)


def _broken(asked):
    raise reports.DoesNotFootError("Income is off by 0.50.")


def _unprintable(asked):
    raise pdf.CannotPrintError("No Pango here.")


@pytest.fixture(autouse=True)
def pinned(monkeypatch, settings, tmp_path):
    """A board with four reports on it and nothing else."""
    reverse("desk")  # the apps pin their own reports before this
    monkeypatch.setattr(reports, "_reports", {})
    (tmp_path / "answer.html").write_text("<p>Asked: {{ report.asked }}</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, "templates"]}]

    def pin(slug, asks, run, permission="treasury.view_entry"):
        add = reports.report(
            slug,
            title=f"The {slug}",
            description="What it tells.",
            order=10,
            asks=asks,
            permission=permission,
            template="answer.html",
        )
        add(run)

    pin("months", "period", Answer)
    pin("people", "day", Answer, permission="service.view_term")
    pin("broken", "period", _broken)
    pin("unprintable", "day", _unprintable)


def test_list_shows_only_what_one_may_run(client, gail):
    client.force_login(gail)

    page = client.get("/reports/").content.decode()

    assert "The people" in page
    assert "The months" not in page


def test_list_without_reports_says_so(monkeypatch, client, gail):
    monkeypatch.setattr(reports, "_reports", {})
    client.force_login(gail)

    assert (
        "There is no report that you may run."
        in client.get("/reports/").content.decode()
    )


def test_report_asks_a_stranger_to_sign_in(client, db):
    assert client.get("/reports/months/").status_code == 302


def test_report_is_refused_without_the_right(client, gail):
    client.force_login(gail)

    answer = client.get("/reports/months/")

    assert answer.status_code == 403
    assert "This page is not for your role" in answer.content.decode()


def test_report_of_an_unknown_name_is_not_found(as_tess):
    answer = as_tess.get("/reports/nothing/")

    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_report_over_the_days_asked_for(as_tess):
    page = as_tess.get(
        "/reports/months/?from=2025-07-01&to=12/31/2025"
    ).content.decode()

    assert "Asked: July 1, 2025 – Dec. 31, 2025" in page


def test_report_without_days_is_about_this_year_so_far(as_tess):
    today = timezone.localdate()

    shown = as_tess.get("/reports/months/").context["form"].cleaned_data["asked"]

    assert shown == Period(today.replace(month=1, day=1), today)


def test_report_on_a_day_is_about_today(as_tess):
    shown = as_tess.get("/reports/people/").context["form"].cleaned_data["asked"]

    assert shown == timezone.localdate()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=soon&to=2026-01-31", "“soon” is not a date."),
        ("from=2026-02-30&to=2026-03-01", "“2026-02-30” is not a day of the calendar."),
        ("from=2026-02-01&to=2026-01-31", "before it begins"),
    ],
)
def test_report_keeps_what_was_typed_and_says_what_is_wrong(as_tess, query, sentence):
    page = as_tess.get(f"/reports/months/?{query}")

    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert f'value="{query[5 : query.index("&")]}"' in page.content.decode()


def test_report_shows_a_day_that_cannot_be_read_as_it_was_typed(as_tess):
    form = as_tess.get("/reports/months/?from=soon").context["form"]

    assert 'type="text"' in str(form["from"])
    assert 'type="date"' in str(form["to"])


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv; charset=utf-8"), ("json", "application/json")],
)
def test_report_as_a_file_is_named_after_its_days(as_tess, form, kind):
    answer = as_tess.get(
        f"/reports/months/?from=2026-01-01&to=2026-01-31&format={form}"
    )

    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="months-2026-01-01-2026-01-31.{form}"'
    )


def test_report_as_json_is_what_the_report_says(as_tess):
    answer = as_tess.get("/reports/people/?on=2026-01-31&format=json")

    assert json.loads(answer.content) == {"report": "people", "asked": "2026-01-31"}


def test_report_as_pdf(as_tess):
    answer = as_tess.get("/reports/people/?on=2026-01-31&format=pdf")

    assert answer.content.startswith(b"%PDF-")


def test_report_as_a_file_refuses_a_wrong_day(as_tess):
    assert as_tess.get("/reports/people/?on=soon&format=json").status_code == 400


def test_report_as_an_unknown_kind_of_file_is_not_found(as_tess):
    assert as_tess.get("/reports/people/?format=doc").status_code == 404


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [("broken", "Income is off by 0.50."), ("unprintable", "No Pango here.")],
)
def test_report_that_is_not_right_is_not_shown(as_tess, slug, sentence):
    answer = as_tess.get(f"/reports/{slug}/")

    assert answer.status_code == 500
    assert sentence in answer.content.decode()
    assert "Asked:" not in answer.content.decode()


@pytest.mark.parametrize("page", ["/", "/reports/", "/reports/people/?format=pdf"])
def test_no_page_is_kept_by_the_browser_or_on_the_way(client, gail, page):
    client.force_login(gail)

    kept = client.get(page).headers["Cache-Control"]

    assert "no-store" in kept
    assert "private" in kept


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
@pytest.mark.parametrize("page", ["/", "/reports/", "/reports/people/"])
def test_pages_are_only_read(as_tess, page, method):
    assert getattr(as_tess, method)(page).status_code == 405
