"""The lists and forms of positions and committees, as Sam the secretary uses them."""

from datetime import date

import pytest
from django.urls import reverse

from service.models import Committee
from tests.factories import (
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.test_office import change, position_form, rows


def test_positions_say_in_words_how_they_rotate(as_sam):
    PositionFactory(
        term_months=24, cycle_from=date(2025, 1, 1), most_terms=2, sobriety_months=18
    )

    page = as_sam.get(reverse("admin:service_position_changelist")).content.decode()

    assert "2 years, from January of odd years; at most 2 terms in a row" in page
    assert "18 months" in page


@pytest.mark.parametrize(("seats", "shown"), [("vacant", 1), ("filled", 1), ("", 3)])
def test_positions_are_filtered_by_whether_a_seat_is_vacant(as_sam, seats, shown):
    TermFactory(began_on=date(2020, 1, 1))
    TermFactory(began_on=date(2020, 1, 1), position=PositionFactory(seats=2))
    PositionFactory(closed_on=date(2020, 1, 1))

    page = as_sam.get(reverse("admin:service_position_changelist"), {"seats": seats})

    assert len(rows(page)) == shown


def test_a_position_that_closes_too_early_is_told_beside_its_box(as_sam):
    term = TermFactory(person=PersonFactory(first_name="Jo", last_initial="B"))

    page = as_sam.post(
        change(term.position),
        position_form(name="Chair", closed_on="2026-06-01"),
    )

    errors = page.context["adminform"].form.errors
    assert errors["closed_on"] == [
        "Jo B. serves in it, and no end is set: set that first."
    ]


def test_a_position_is_offered_the_committees_there_are_and_no_alternate_of_itself(
    as_sam,
):
    closed = CommitteeFactory(closed_on=date(2020, 1, 1))
    own = CommitteeFactory(closed_on=date(2020, 1, 1))
    position = PositionFactory(committee=own)
    other = PositionFactory(committee=closed)

    form = as_sam.get(change(position)).context["adminform"].form

    assert list(form.fields["committee"].queryset) == [own]
    assert list(form.fields["alternate_of"].queryset) == [other]


def test_a_committee_shows_its_positions_and_how_many_they_are(as_sam):
    committee = CommitteeFactory(name="Events")
    chair = PositionFactory(committee=committee)
    PositionFactory(committee=committee, closed_on=date(2020, 1, 1))

    listed = as_sam.get(reverse("admin:service_committee_changelist"))
    page = as_sam.get(reverse("admin:service_committee_change", args=[committee.pk]))

    assert [row.position_count for row in rows(listed)] == [1]
    assert change(chair) in page.content.decode()


def test_a_committee_is_added_and_changed(as_sam):
    add = reverse("admin:service_committee_add")
    as_sam.post(add, {"name": "Events", "purpose": "Dances."})
    committee = Committee.objects.get()

    form = {"name": "Events", "purpose": "Dances.", "meets": "First Monday"}
    none = {"positions-TOTAL_FORMS": 0, "positions-INITIAL_FORMS": 0}
    address = reverse("admin:service_committee_change", args=[committee.pk])
    as_sam.post(address, form | none)

    committee.refresh_from_db()
    assert (committee.purpose, committee.meets) == ("Dances.", "First Monday")
