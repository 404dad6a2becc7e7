"""The office pages of service, as Sam the secretary uses them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit.dates import ONE_DAY
from service.models import Committee, Position, Term
from tests.factories import (
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

TERMS = reverse("admin:service_term_changelist")
POSITION = {
    "name": "Chair",
    "order": 10,
    "seats": 1,
    "term_months": 24,
    "remainder_counts": "never",
    "handover_points-TOTAL_FORMS": 0,
    "handover_points-INITIAL_FORMS": 0,
}


def position_form(*new, **fields):
    """Return the page of a position as typed, with these new terms."""
    data = POSITION | fields
    data |= {"terms-TOTAL_FORMS": len(new), "terms-INITIAL_FORMS": 0}
    for nth, row in enumerate(new):
        row = {"seat": 1, "began_on": "2026-01-01", "filled": "elected"} | row
        data |= {f"terms-{nth}-{name}": value for name, value in row.items()}
    return data


def change(position):
    return reverse("admin:service_position_change", args=[position.pk])


def rows(page):
    return list(page.context["cl"].result_list)


@pytest.fixture
def today():
    return timezone.localdate()


def test_a_term_begun_in_the_office_says_who_recorded_it(as_sam, sam):
    data = {
        "position": PositionFactory().pk,
        "seat": 1,
        "person": PersonFactory().pk,
        "began_on": "2026-01-01",
        "filled": "elected",
    }

    as_sam.post(reverse("admin:service_term_add"), data)

    assert Term.objects.get().recorded_by == sam


def test_position_and_person_of_a_term_are_chosen_without_a_script(as_sam):
    position, person = PositionFactory(), PersonFactory()

    page = as_sam.get(reverse("admin:service_term_add")).content.decode()

    assert f'<option value="{position.pk}">{position}</option>' in page
    assert f'<option value="{person.pk}">{person}</option>' in page
    assert "admin-autocomplete" not in page


def test_the_page_of_a_position_needs_no_script_to_choose(as_sam):
    page = as_sam.get(change(PositionFactory())).content.decode()

    assert "admin-autocomplete" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_term_takes_as_many_queries_for_three_positions_as_for_one(
    as_sam, django_assert_max_num_queries, count
):
    for _each in range(count):
        TermFactory(position=PositionFactory(committee=CommitteeFactory()))

    with django_assert_max_num_queries(12):
        as_sam.get(reverse("admin:service_term_add"))


def test_a_position_is_searched_by_its_name_only(as_sam):
    chair = PositionFactory(name="Chair")
    PositionFactory(name="Secretary", duties="Writes for the chair.")

    page = as_sam.get(reverse("admin:service_position_changelist"), {"q": "chair"})

    assert rows(page) == [chair]


def test_a_term_in_a_taken_seat_comes_back_as_a_sentence(as_sam):
    old = TermFactory()
    data = {
        "position": old.position.pk,
        "seat": 1,
        "person": PersonFactory().pk,
        "began_on": "2026-06-01",
        "filled": "elected",
    }

    page = as_sam.post(reverse("admin:service_term_add"), data).content.decode()

    assert "Someone already serves in this seat on some of these days." in page


def test_a_position_is_made_with_its_first_servant_on_one_page(as_sam, sam):
    row = {"person": PersonFactory().pk}

    as_sam.post(reverse("admin:service_position_add"), position_form(row))

    term = Term.objects.get()
    assert (term.position.name, term.recorded_by) == ("Chair", sam)


def test_two_new_terms_in_one_seat_are_refused_on_the_page(as_sam):
    position = PositionFactory()
    new = [{"person": PersonFactory().pk}, {"person": PersonFactory().pk}]

    page = as_sam.post(change(position), position_form(*new)).content.decode()

    assert "Someone already serves in this seat on some of these days." in page
    assert not Term.objects.exists()


def test_two_new_terms_one_after_the_other_are_taken(as_sam):
    position = PositionFactory()
    first = {"person": PersonFactory().pk, "ends_on": "2026-06-01"}
    second = {"person": PersonFactory().pk, "began_on": "2026-06-01"}

    as_sam.post(change(position), position_form(first, second))

    assert Term.objects.count() == 2


def test_the_terms_on_a_position_s_page_are_read_and_added_to(as_sam):
    term = TermFactory()

    page = as_sam.get(change(term.position)).content.decode()

    assert reverse("admin:service_term_change", args=[term.pk]) in page
    assert 'name="terms-0-began_on"' not in page


@pytest.mark.parametrize(
    ("state", "shown"), [("serving", 1), ("ended", 1), ("to-come", 1), ("", 3)]
)
def test_terms_are_filtered_by_who_serves_today(as_sam, today, state, shown):
    TermFactory(began_on=date(2020, 1, 1), ends_on=today + ONE_DAY)
    TermFactory(began_on=date(2020, 1, 1), ends_on=today)
    TermFactory(began_on=today + ONE_DAY)

    assert len(rows(as_sam.get(TERMS, {"state": state}))) == shown


def test_terms_show_the_last_day_and_not_the_day_after(as_sam):
    TermFactory(ends_on=date(2026, 6, 1))

    assert "May 31, 2026" in as_sam.get(TERMS).content.decode()


@pytest.mark.parametrize(("state", "shown"), [("open", 1), ("closed", 1), ("", 2)])
def test_positions_are_filtered_by_whether_the_body_has_them(
    as_sam, today, state, shown
):
    PositionFactory(closed_on=today + ONE_DAY)
    PositionFactory(closed_on=today)

    page = as_sam.get(reverse("admin:service_position_changelist"), {"state": state})

    assert len(rows(page)) == shown


def test_positions_show_how_many_seats_are_filled(as_sam):
    TermFactory(position=PositionFactory(seats=3), began_on=date(2020, 1, 1))

    page = as_sam.get(reverse("admin:service_position_changelist")).content.decode()

    assert "1 of 3" in page


def test_terms_are_taken_out_with_words_and_no_formula(as_sam):
    TermFactory(position=PositionFactory(name="=Chair"))

    export = reverse("admin:service_term_export")
    head, row = as_sam.post(export, {"format": 0}).content.decode().splitlines()

    assert head.startswith("Position,Seat,Person,Began on,Ends on,Filled,")
    assert row.startswith("'=Chair,1,Pat D.,2026-01-01,,")


@pytest.mark.parametrize("name", ["committee", "position", "term"])
@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_no_more_queries_for_three_rows_than_for_one(
    as_sam, django_assert_max_num_queries, name, count
):
    for _each in range(count):
        TermFactory(position=PositionFactory(committee=CommitteeFactory()))

    with django_assert_max_num_queries(12):
        as_sam.get(reverse(f"admin:service_{name}_changelist"))


@pytest.mark.parametrize("model", [Committee, Position, Term])
def test_nothing_of_service_is_deleted(as_ada, model):
    TermFactory(position=PositionFactory(committee=CommitteeFactory()))
    name = model._meta.model_name

    address = reverse(f"admin:service_{name}_delete", args=[model.objects.get().pk])

    assert as_ada.get(address).status_code == 403
