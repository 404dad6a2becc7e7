"""Handing on in words, and what waits on a desk."""

from datetime import date

import pytest

from service.actions.handing_on import Step, give, leave_out, take, write_notes
from service.models import Handover, HandoverItem
from service.reports.handing_on import HandingOn, OnDesk, Thing, handing_on, on_desk
from tests.factories import PositionFactory
from tests.service.handing_on.world import JULY_1, JUNE_20, LAST_DAY, handover

LONG = "Coordinator of the literature table, the library and the archives of the area"


def told(made):
    return handing_on(Handover.objects.with_people().get(pk=made.pk))


def test_a_hand_over_in_words(db, tess, gail):
    made = handover(tess.person, gail.person, titles=())

    assert told(made) == HandingOn(
        pk=made.pk,
        position="Treasurer",
        outgoing="Tess D.",
        incoming="Gail D.",
        last_on=LAST_DAY,
        begins_on=JULY_1,
        is_closing=False,
        things=(),
    )


def test_a_thing_on_the_list_in_words(db, tess, cal):
    made = handover(tess.person)
    item = write_notes(made.items.get(), "In the drawer.", by=tess, on=JUNE_20)
    give(item, by=cal, on=JUNE_20)

    (thing,) = told(made).things
    assert thing == Thing(
        pk=item.pk,
        title="Keys",
        how="",
        notes="In the drawer.",
        step=Step.GIVEN,
        given_on=JUNE_20,
        given_by="Cal D.",
        taken_on=None,
        taken_by="",
    )


def test_who_spoke_for_themself_is_not_named_again(db, tess, gail):
    made = handover(tess.person, gail.person)
    take(give(made.items.get(), by=tess, on=JUNE_20), by=gail, on=JULY_1)

    (thing,) = told(made).things
    assert (thing.given_by, thing.taken_by) == ("", "")


def test_progress_names_the_position_and_nobody(db, tess, gail):
    titles = ("Bank", "Binder", "Keys", "Calendar", "Raffle drum")
    made = handover(tess.person, gail.person, titles=titles)
    _bank, binder, _keys, calendar, drum = made.items.all()
    take(give(calendar, by=tess, on=JUNE_20), by=gail, on=JUNE_20)
    give(binder, by=tess, on=JUNE_20)
    leave_out(drum, by=tess, on=JUNE_20)

    assert told(made).progress == (
        "1 of 4 received; still with the outgoing Treasurer: Bank, Keys; "
        "given, and not yet received: Binder."
    )
    assert told(made).in_figures == "Of 4, 2 given and 1 received."


def test_progress_names_three_things_and_counts_the_rest(db, tess):
    made = handover(tess.person, titles=("A", "B", "C", "D", "E"))

    assert told(made).progress == (
        "0 of 5 received; still with the outgoing Treasurer: A, B, C and 2 more."
    )


def test_progress_says_what_the_body_holds_while_nobody_follows(db, tess):
    made = handover(tess.person)
    give(made.items.get(), by=tess, on=JUNE_20)

    assert told(made).progress == (
        "0 of 1 received; with the body until somebody follows: Keys."
    )


@pytest.mark.parametrize(
    ("titles", "sentence"),
    [((), "Nothing is on the list yet."), (("Keys",), "Everything is handed on.")],
)
def test_progress_of_an_empty_and_of_a_finished_list(db, tess, titles, sentence):
    made = handover(tess.person, titles=titles)
    HandoverItem.objects.update(is_left_out=True)

    assert told(made).progress == sentence


def test_both_desks_show_what_is_open(db, tess, gail, rae):
    made = handover(tess.person, gail.person)
    shown = (told(made),)

    assert on_desk(tess, JUNE_20) == OnDesk(shown, (), ())
    assert on_desk(gail, JUNE_20) == OnDesk((), shown, ())
    assert on_desk(rae, JUNE_20) is None


def test_what_is_given_leaves_the_one_desk_and_stays_on_the_other(db, tess, gail):
    item = handover(tess.person, gail.person).items.get()
    give(item, by=tess, on=JUNE_20)

    assert on_desk(tess, JUNE_20) is None
    assert len(on_desk(gail, JUNE_20).receiving) == 1


def test_what_is_received_leaves_both(db, tess, gail):
    item = handover(tess.person, gail.person).items.get()
    take(item, by=gail, on=JUNE_20)

    assert (on_desk(tess, JUNE_20), on_desk(gail, JUNE_20)) == (None, None)


def test_the_chair_sees_those_of_others_and_apart_from_them_his_own(db, tess, cal):
    of_tess = handover(tess.person)
    own = handover(cal.person, position=PositionFactory(name="Chair"))

    assert on_desk(cal, JUNE_20) == OnDesk((told(own),), (), (told(of_tess),))


def test_one_without_a_person_has_nothing_on_the_desk(db, tess, ada):
    handover(tess.person)
    ada.is_superuser = False

    assert on_desk(ada, JUNE_20) is None


@pytest.mark.parametrize(
    ("day", "is_shown"), [(date(2026, 7, 30), True), (date(2026, 7, 31), False)]
)
def test_an_empty_list_is_asked_about_for_so_many_days(db, tess, cal, day, is_shown):
    handover(tess.person, titles=())

    assert (on_desk(cal, day) is not None) is is_shown


def test_an_open_list_is_never_forgotten_by_those_who_keep_them(db, tess, cal):
    handover(tess.person)

    assert len(on_desk(cal, date(2029, 1, 1)).watching) == 1
    assert on_desk(tess, date(2029, 1, 1)) is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_desk_takes_as_many_queries_for_three_as_for_one(
    db, django_assert_max_num_queries, tess, gail, cal, count
):
    for _each in range(count):
        made = handover(tess.person, gail.person, position=PositionFactory())
        give(made.items.get(), by=cal, on=JUNE_20)

    with django_assert_max_num_queries(12):
        on_desk(cal, JUNE_20)


def test_a_long_name_is_told_whole(db, tess):
    made = handover(tess.person, position=PositionFactory(name=LONG[:80]))

    assert LONG[:80] in told(made).progress
