"""The agenda of a meeting: from a template, and what earlier meetings left open."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from intergroup.business.actions.calling import carry_over, prepare, set_agenda
from intergroup.business.actions.calling.ready_agendas import (
    READY_AGENDAS,
    add_ready_agenda,
)
from intergroup.business.models import AgendaItem, AgendaTemplate, Motion, Rules
from intergroup.business.reports.cover import cover
from tests.factories import BusinessMeetingFactory, MotionFactory

FEBRUARY_1 = date(2026, 2, 1)
MARCH_8 = date(2026, 3, 8)


@pytest.fixture
def february(db):
    return BusinessMeetingFactory()


@pytest.fixture
def march(db):
    return BusinessMeetingFactory(held_on=MARCH_8)


@pytest.fixture
def template(db):
    made = AgendaTemplate.objects.create(name="Ours", is_usual=True)
    for order, kind in ((10, "opening"), (20, "old"), (30, "new")):
        made.items.create(order=order, kind=kind, title=kind.title(), led_by="Chair")
    return made


def titles(meeting):
    return [str(each) for each in meeting.agenda.all()]


def test_an_agenda_is_made_from_a_template_once(february, template):
    set_agenda(february, template)
    set_agenda(february, template)

    assert titles(february) == ["Opening", "Old", "New"]
    assert february.agenda.first().led_by == "Chair"


def test_what_was_typed_already_stays_as_it_is(february, template):
    february.agenda.create(title="Ours")

    set_agenda(february, template)

    assert titles(february) == ["Ours"]


def test_what_was_left_open_is_carried_over_once_under_old_business(
    february, march, template
):
    left = february.agenda.create(title="Coffee", is_left_open=True, led_by="Clerk")
    february.agenda.create(title="Done")
    set_agenda(march, template)

    carry_over(march)
    carry_over(march)

    assert titles(march) == ["Opening", "Old", "Coffee", "New"]
    assert march.agenda.get(title="Coffee").carried_from == left


def test_what_was_left_open_stands_with_its_kind(february, march, template):
    february.agenda.create(title="Again", kind="new", is_left_open=True)
    set_agenda(march, template)

    carry_over(march)

    assert titles(march) == ["Opening", "Old", "New", "Again"]


def test_what_is_left_open_again_goes_on_from_meeting_to_meeting(february, march):
    february.agenda.create(title="Coffee", is_left_open=True)
    carry_over(march)
    march.agenda.update(is_left_open=True)
    april = BusinessMeetingFactory(held_on=date(2026, 4, 12))

    carry_over(april)

    assert (titles(march), titles(april)) == (["Coffee"], ["Coffee"])


def test_the_database_refuses_to_carry_an_item_over_twice(february, march):
    left = february.agenda.create(title="Coffee", is_left_open=True)
    march.agenda.create(title="Coffee", carried_from=left)

    with pytest.raises(IntegrityError), transaction.atomic():
        march.agenda.create(title="Coffee", carried_from=left)


def test_a_meeting_gets_its_deadlines_from_the_rules(march):
    Rules.objects.create(pk=1, reports_days=3, motions_days=10)

    prepare(march, template=None, today=FEBRUARY_1)

    march.refresh_from_db()
    days = date(2026, 3, 5), date(2026, 2, 26)
    assert (march.reports_due_on, march.motions_due_on) == days


def test_a_deadline_that_was_chosen_stays(march):
    march.reports_due_on = MARCH_8

    prepare(march, template=None, today=FEBRUARY_1)

    assert march.reports_due_on == MARCH_8


def test_a_meeting_that_is_over_stays_as_it_was(february, march, template):
    february.agenda.create(title="Coffee", is_left_open=True)

    prepare(march, template=template, today=date(2026, 3, 9))

    assert titles(march) == []


def test_motions_that_wait_stand_on_the_agenda_under_their_kind(
    february, march, template
):
    set_agenda(march, template)
    tabled = {"meeting": february, "result": Motion.Result.TABLED}
    MotionFactory(number="02-26-01", title="Projector", **tabled)
    MotionFactory(number="03-26-01", title="Chairs", meeting=march)

    motions = {each.title: each.motions for each in cover(march).agenda}

    assert motions == {
        "Opening": (),
        "Old": ("02-26-01 Projector",),
        "New": ("03-26-01 Chairs",),
    }


def test_motions_back_from_the_groups_are_not_lost_without_a_line_for_them(
    february, march, template
):
    set_agenda(march, template)
    out = {"result": Motion.Result.TO_GROUPS, "answers_due_on": MARCH_8}
    MotionFactory(number="02-26-01", title="Projector", meeting=february, **out)

    last = cover(march).agenda[-1]

    assert (last.title, last.motions) == (
        "Back from the groups",
        ("02-26-01 Projector",),
    )


@pytest.mark.parametrize("ready", READY_AGENDAS.values(), ids=READY_AGENDAS)
def test_a_ready_made_agenda_is_added_once_and_can_be_changed(db, ready):
    template = add_ready_agenda(ready)

    assert add_ready_agenda(ready) is None
    assert template.is_usual
    assert template.items.count() == len(ready.items)
    kinds = set(template.items.values_list("kind", flat=True))
    assert {"roll-call", "minutes", "treasurer", "back", "old", "new"} <= kinds


def test_only_the_first_ready_made_agenda_is_the_usual_one(db):
    added = [add_ready_agenda(ready) for ready in READY_AGENDAS.values()]

    assert [each.is_usual for each in added] == [True, False, False]


def test_a_ready_made_agenda_is_chosen_on_its_page(as_sam):
    page = as_sam.get(reverse("business:ready-agendas")).content.decode()
    add = reverse("business:ready-agenda", args=["na-area"])

    as_sam.post(add)
    again = as_sam.post(add, follow=True).content.decode()

    assert "Treasurer: preliminary report" in page
    assert AgendaTemplate.objects.get().items.count() == 22
    assert "is there already." in again


def test_items_are_carried_over_in_few_queries(
    february, march, django_assert_max_num_queries
):
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=february, title=str(n), is_left_open=True) for n in range(3)
    )

    with django_assert_max_num_queries(25):
        carry_over(march)
