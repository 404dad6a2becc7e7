"""The pages of ready-made sets, as Sam the secretary uses them."""

import re
from datetime import date

import pytest
from django.urls import reverse

from service.models import Committee, Position
from tests.factories import PositionFactory

SETS = reverse("service:ready-sets")
HA = reverse("service:ready-set", args=["heroin-anonymous-area"])
POSITIONS = reverse("admin:service_position_changelist")
FORM = {
    "cycle_from": "2027-01-01",
    "election_month": "10",
    "position": ["Chair", "Events chair"],
}


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_sets_are_told_with_how_many_positions_they_have(as_sam):
    page = text(as_sam.get(SETS))

    assert "15 positions, 7 committees" in page
    assert f'href="{HA}"' in page


def test_a_set_is_shown_as_it_would_be_added(as_sam):
    PositionFactory(name="Chair", duties="Rings the bell.")

    page = text(as_sam.get(HA))

    assert "Rings the bell." in page
    assert page.count("There already") == 1
    assert len(re.findall(r'name="position" value="[^"]+" checked', page)) == 14
    assert "Alternate of: Delegate. Steps up when they leave." in page
    assert 'value="11" selected' in page


def test_how_terms_would_begin_is_shown_before_anything_is_added(as_sam):
    page = text(as_sam.post(HA, {**FORM, "show": "1"}))

    assert "2 years, from January of odd years" in page
    assert len(re.findall(r'name="position" value="[^"]+" checked', page)) == 2
    assert not Position.objects.exists()


def test_what_is_ticked_is_added_and_told(as_sam):
    PositionFactory(name="chair")

    answer = as_sam.post(HA, FORM, follow=True)

    assert answer.redirect_chain == [(POSITIONS, 302)]
    assert (
        "Added 1 position: Events chair. New committees: Events. "
        "There already: chair. Change them as your body has it."
    ) in text(answer)
    events = Position.objects.get(name="Events chair")
    assert (events.cycle_from, events.election_month) == (date(2027, 1, 1), 10)


def test_the_history_of_what_was_added_says_by_whom(as_sam, sam):
    as_sam.post(HA, FORM)

    told = sam.logentry_set.order_by("object_repr")
    assert [each.object_repr for each in told] == ["Chair", "Events", "Events chair"]


def test_a_set_sent_twice_is_added_once(as_sam):
    token = re.search(r'name="_once" value="([^"]+)"', text(as_sam.get(HA)))[1]
    as_sam.post(HA, {**FORM, "_once": token})
    Position.objects.all().delete()

    answer = as_sam.post(HA, {**FORM, "_once": token}, follow=True)

    assert "recorded already" in text(answer)
    assert not Position.objects.exists()


def test_nothing_ticked_adds_nothing(as_sam):
    answer = as_sam.post(HA, {**FORM, "position": []}, follow=True)

    assert "Nothing was added" in text(answer)
    assert not Committee.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"cycle_from": "soon"}, {"election_month": "13"}, {"cycle_from": "9" * 99}],
)
def test_what_cannot_be_read_comes_back_with_a_sentence(as_sam, wrong):
    answer = as_sam.post(HA, {**FORM, **wrong})

    assert answer.status_code == 400
    assert "errorlist" in text(answer)
    assert not Position.objects.exists()


def test_a_set_that_is_not_there_is_not_found(as_sam):
    address = reverse("service:ready-set", args=["oldtimers"])

    assert as_sam.get(address).status_code == 404


def test_the_pages_are_for_those_who_may_add_positions(as_tess):
    assert as_tess.get(SETS).status_code == 403
    assert as_tess.post(HA, FORM).status_code == 403


def test_the_empty_list_of_positions_leads_there(as_sam):
    page = text(as_sam.get(POSITIONS))

    begin = f'<a href="{SETS}">Begin with a ready-made set</a>'
    assert "No positions yet." in page
    assert begin in page


def test_those_who_may_not_add_are_not_led_there(as_tess):
    assert SETS not in text(as_tess.get(POSITIONS))


def test_the_desk_leads_there_while_there_is_no_position(as_sam):
    page = text(as_sam.get(reverse("admin:index")))

    assert f'<a href="{SETS}">Begin with a ready-made set</a>' in page
