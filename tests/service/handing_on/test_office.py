"""The office pages of hand-overs, as Cal the chair uses them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from service.actions.handing_on import give, take
from service.models import Handover, HandoverPoint, Term
from tests.factories import PersonFactory, PositionFactory, TermFactory
from tests.service.handing_on.world import JUNE_20, handover

LIST = reverse("admin:service_handover_changelist")
TERMS = reverse("admin:service_term_changelist")
POSITIONS = reverse("admin:service_position_changelist")


@pytest.fixture
def as_cal(client, cal):
    """A browser in which Cal has signed in."""
    client.force_login(cal)
    return client


@pytest.fixture
def soon():
    return timezone.localdate() + timedelta(days=10)


def row_action(name, row):
    """What the button of one row’s page sends."""
    return {"action": name, "_selected_action": row.pk, "_from_row": row.pk, "index": 0}


def test_the_list_says_how_far_each_is(as_cal, tess, gail):
    made = handover(tess.person, gail.person, titles=("Keys", "Binder", "Drum"))
    keys, binder, drum = made.items.all()
    take(give(keys, by=tess, on=JUNE_20), by=gail, on=JUNE_20)
    give(binder, by=tess, on=JUNE_20)
    drum.is_left_out = True
    drum.save()

    page = as_cal.get(LIST).content.decode()

    assert "1 of 2 received, 2 given" in page
    assert "Tess D." in page
    assert "Gail D." in page


@pytest.mark.parametrize(
    ("titles", "words"),
    [((), "nothing on the list yet"), (("Keys",), "nothing to hand on")],
)
def test_the_list_says_where_there_is_nothing_and_nobody(as_cal, tess, titles, words):
    handover(tess.person, titles=titles).items.update(is_left_out=True)

    page = as_cal.get(LIST).content.decode()

    assert words in page
    assert "nobody" in page


@pytest.mark.parametrize(("state", "shown"), [("open", 2), ("done", 1), ("", 3)])
def test_the_list_is_filtered_by_what_is_done(as_cal, tess, gail, state, shown):
    handover(tess.person, titles=())
    handover(tess.person, position=PositionFactory())
    made = handover(tess.person, gail.person, position=PositionFactory())
    take(made.items.get(), by=gail, on=JUNE_20)

    page = as_cal.get(LIST, {"state": state})

    assert len(page.context["cl"].result_list) == shown


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(
    as_cal, django_assert_max_num_queries, tess, gail, count
):
    for _each in range(count):
        handover(tess.person, gail.person, position=PositionFactory())

    with django_assert_max_num_queries(10):
        as_cal.get(LIST)


def test_a_row_leads_to_its_page_and_its_paper(as_cal, tess):
    made = handover(tess.person)

    change = reverse("admin:service_handover_change", args=[made.pk])
    page = as_cal.get(change).content.decode()

    assert reverse("service:handover", args=[made.pk]) in page
    assert reverse("service:handover-packet", args=[made.pk]) in page


def test_the_page_of_a_term_opens_its_hand_over(as_cal, soon):
    term = TermFactory(ends_on=soon)
    page = as_cal.get(reverse("admin:service_term_change", args=[term.pk]))

    answer = as_cal.post(TERMS, row_action("open_the_handover", term))

    made = Handover.objects.get()
    assert "Open the hand-over" in page.content.decode()
    assert made.from_term == term
    assert answer["Location"] == reverse("service:handover", args=[made.pk])


def test_several_are_opened_from_the_list_and_refusals_are_sentences(as_cal, soon):
    open_ended, *leaving = (
        TermFactory(),
        TermFactory(ends_on=soon),
        TermFactory(ends_on=soon),
    )
    chosen = [each.pk for each in (open_ended, *leaving)]
    sent = {"action": "open_the_handover", "_selected_action": chosen, "index": 0}

    page = as_cal.post(TERMS, sent, follow=True).content.decode()

    assert Handover.objects.count() == 2
    assert "Say first when this term ends." in page


@pytest.mark.parametrize("fields", [{}, {"standing": "acting"}])
def test_a_term_without_an_end_or_that_stands_in_has_no_such_button(
    as_cal, soon, fields
):
    term = TermFactory(**{"ends_on": soon if fields else None} | fields)

    page = as_cal.get(reverse("admin:service_term_change", args=[term.pk]))

    assert "Open the hand-over" not in page.content.decode()


def test_who_may_not_change_hand_overs_opens_none(client, tess, soon):
    term = TermFactory(ends_on=soon)
    client.force_login(tess)

    page = client.get(reverse("admin:service_term_change", args=[term.pk]))
    client.post(TERMS, row_action("open_the_handover", term))

    assert "Open the hand-over" not in page.content.decode()
    assert not Handover.objects.exists()


def test_recording_who_follows_brings_them_in_at_once(as_cal, soon):
    term = TermFactory(ends_on=soon)
    sent = {
        "position": term.position.pk,
        "seat": 1,
        "person": PersonFactory(first_name="Bo").pk,
        "began_on": soon.isoformat(),
        "filled": "elected",
    }

    as_cal.post(reverse("admin:service_term_add"), sent)

    assert Handover.objects.get().to_term == Term.objects.get(began_on=soon)


def test_the_page_of_a_position_offers_the_usual_points_while_it_has_none(as_cal):
    position = PositionFactory(name="Treasurer")
    address = reverse("admin:service_position_change", args=[position.pk])
    before = as_cal.get(address).content.decode()

    told = as_cal.post(POSITIONS, row_action("put_points", position), follow=True)

    assert "Put the usual points on the list" in before
    assert HandoverPoint.objects.filter(position=position).count() == 6
    assert "has the usual points to hand over now" in told.content.decode()
    assert "Put the usual points on the list" not in told.content.decode()


def test_points_are_put_once(as_cal):
    position = PositionFactory(name="Treasurer")
    as_cal.post(POSITIONS, row_action("put_points", position))

    told = as_cal.post(POSITIONS, row_action("put_points", position), follow=True)

    assert "has points to hand over already" in told.content.decode()
    assert HandoverPoint.objects.count() == 6


def test_who_may_only_read_positions_puts_no_points(client, tess):
    client.force_login(tess)

    client.post(POSITIONS, row_action("put_points", PositionFactory()))

    assert not HandoverPoint.objects.exists()
