"""The rotation plan, what to elect, the history, and the calendar without a name."""

from datetime import date

import pytest
from django.urls import reverse

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.timelines import svg
from service.models import Policy
from service.reports.history import service_history
from service.reports.rotation.electing import election_list
from service.reports.rotation.plan import Happening, rotation_plan, year_ahead
from tests.factories import (
    JANUARY_1,
    BusinessMeetingFactory,
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

YEAR = Period(JANUARY_1, date(2026, 12, 31))
JULY_1, END = date(2026, 7, 1), date(2027, 1, 1)


@pytest.fixture
def treasurer(db):
    """A treasurer elected in June for July, in a committee of one position."""
    position = PositionFactory(
        name="Treasurer",
        term_months=12,
        cycle_from=JULY_1,
        election_month=6,
        committee=CommitteeFactory(name="Finance"),
    )
    return TermFactory(position=position, ends_on=JULY_1)


def test_the_plan_tells_what_happens_day_by_day(treasurer):
    BusinessMeetingFactory(held_on=date(2026, 6, 14))

    told = rotation_plan(YEAR).happenings

    assert told == (
        Happening(JANUARY_1, "begins", "Treasurer", None, "Pat D.", "Pat D. begins"),
        Happening(
            date(2026, 6, 14),
            "election",
            "Treasurer",
            None,
            "",
            "election of the term that follows",
        ),
        Happening(
            date(2026, 6, 30),
            "last-day",
            "Treasurer",
            None,
            "Pat D.",
            "last day of Pat D.",
        ),
        Happening(JULY_1, "vacant", "Treasurer", None, "", "falls vacant"),
    )


def test_the_plan_as_json_is_what_scripts_rely_on(treasurer):
    told = rotation_plan(YEAR).as_json()

    assert told["from"] == "2026-01-01"
    assert told["seats"] == [
        {
            "position": "Treasurer",
            "seat": None,
            "stays": [
                {"from": "2026-01-01", "to": "2026-06-30", "name": "Pat D."},
                {"from": "2026-07-01", "to": "2026-12-31", "name": None},
            ],
            "elections": ["2026-06-01"],
        }
    ]
    assert told["events"][0] == {
        "on": "2026-01-01",
        "what": "begins",
        "position": "Treasurer",
        "seat": None,
        "name": "Pat D.",
    }


def test_the_plan_is_drawn_with_its_names_and_no_style(treasurer):
    (chart,) = rotation_plan(YEAR).charts
    drawing = svg(chart)

    assert "Treasurer" in drawing
    assert "Pat D." in drawing
    assert "style=" not in drawing


def test_the_plan_is_shown_on_screen_and_paper(treasurer):
    shown = reports.get("rotation-plan")

    html = shown.as_html(rotation_plan(YEAR))

    assert "Who serves from Jan. 1, 2026 to Dec. 31, 2026" in html
    assert "<td>falls vacant</td>" in html


def test_a_plan_of_a_body_without_positions_says_what_to_do(db):
    html = reports.get("rotation-plan").as_html(rotation_plan(YEAR))

    assert "No positions yet." in html


def test_many_seats_are_drawn_on_several_pictures(db):
    PositionFactory(seats=60)

    assert [len(each.lines) for each in rotation_plan(YEAR).charts] == [26, 26, 8]


def test_the_year_ahead_begins_with_this_month():
    assert year_ahead(date(2026, 6, 14)) == Period(date(2026, 6, 1), date(2027, 5, 31))


def test_the_election_meeting_knows_what_it_has_to_elect(treasurer):
    (term,) = election_list(date(2026, 6, 14), today=date(2026, 5, 1)).terms

    told = (term.position, term.begins_on, term.last_on, term.is_remainder)
    assert told == ("Treasurer", JULY_1, date(2027, 6, 30), False)
    assert term.why == "Pat D. serves until June 30, 2026"
    assert term.again == "may stand again"


def test_whoever_served_the_terms_in_a_row_is_said_to_have(treasurer):
    treasurer.position.most_terms, treasurer.position.months_off = 1, 12
    treasurer.position.remainder_counts = "always"
    treasurer.position.save()

    (term,) = election_list(date(2026, 6, 14), today=date(2026, 5, 1)).terms

    assert term.again == (
        "Pat D. has served one term, and the custom is no more than 1 in a row: again "
        "from July 1, 2027. This is suggested, and bars nobody."
    )


def test_the_page_of_what_to_elect_leads_to_each_election(as_sam, treasurer):
    PositionFactory(name="Archivist")

    page = as_sam.get(reverse("service:to-elect")).content.decode()

    assert "Archivist" in page
    assert "Open the election" in page


def test_the_history_of_a_position_has_the_latest_first(treasurer):
    TermFactory(
        position=treasurer.position,
        person=PersonFactory(first_name="Jo"),
        began_on=date(2025, 1, 1),
        ends_on=JANUARY_1,
    )

    report = service_history(JULY_1, of=f"position-{treasurer.position.pk}")

    assert [each.name for each in report.terms] == ["Pat D.", "Jo D."]
    assert report.title == "Treasurer"


def test_the_history_of_a_committee_has_all_its_positions(treasurer):
    other = PositionFactory(name="Reviewer", committee=treasurer.position.committee)
    TermFactory(position=other)
    TermFactory()

    report = service_history(JULY_1, of=f"committee-{treasurer.position.committee.pk}")

    assert sorted(each.position for each in report.terms) == ["Reviewer", "Treasurer"]


def test_the_calendar_is_closed_until_the_body_says_so(client, treasurer):
    assert client.get(reverse("service:rotation-feed")).status_code == 404


def test_the_calendar_names_positions_and_never_a_person(client, treasurer):
    Policy.objects.create(pk=1, is_public=True)
    treasurer.ends_on = date(2099, 1, 1)
    treasurer.save()
    PositionFactory(name="Archivist")

    answer = client.get(reverse("service:rotation-feed"))

    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Pat" not in text
    assert text.startswith("BEGIN:VCALENDAR")


def test_the_calendar_is_not_sent_again_where_nothing_changed(client, treasurer):
    Policy.objects.create(pk=1, is_public=True)
    address = reverse("service:rotation-feed")
    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
