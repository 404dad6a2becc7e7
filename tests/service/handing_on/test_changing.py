"""Given by the one, received by the other; and everything that is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from service.actions.handing_on import (
    STAYS,
    Step,
    add_item,
    give,
    leave_out,
    step_of,
    take,
    undo,
    write_notes,
)
from service.models import HandoverItem
from tests.factories import PositionFactory
from tests.service.handing_on.world import (
    JULY_1,
    JUNE_20,
    LAST_DAY,
    handover,
    keys,
    read,
)


def code_of(act, *args, **kwargs):
    """Return the code of a refusal, of whichever field."""
    with pytest.raises(ValidationError) as refused:
        act(*args, **kwargs)
    found = getattr(refused.value, "error_dict", {None: [refused.value]})
    return next(iter(found.values()))[0].code


def test_tess_gives_and_gail_receives(db, tess, gail):
    item = keys(tess, gail)

    give(item, by=tess, on=JUNE_20)
    take(item, by=gail, on=JULY_1)

    item = read(item)
    assert (item.given_on, item.given_by) == (JUNE_20, tess)
    assert (item.taken_on, item.taken_by) == (JULY_1, gail)


def test_the_chair_says_either_for_them_and_it_is_written_down_who_did(
    db, tess, gail, cal
):
    item = keys(tess, gail)

    give(item, by=cal, on=JUNE_20)
    take(item, by=cal, on=JULY_1)

    assert (read(item).given_by, read(item).taken_by) == (cal, cal)


def test_what_is_received_counts_even_where_nobody_said_that_it_was_given(
    db, tess, gail
):
    item = take(keys(tess, gail), by=gail, on=JULY_1)

    assert (item.given_on, step_of(item)) == (None, Step.TAKEN)


@pytest.mark.parametrize("act", [give, leave_out])
def test_only_the_outgoing_person_gives(db, tess, gail, act):
    assert code_of(act, keys(tess, gail), by=gail, on=JUNE_20) == "not_yours"


def test_only_the_incoming_person_receives(db, tess, gail):
    assert code_of(take, keys(tess, gail), by=tess, on=JUNE_20) == "not_yours"


@pytest.mark.parametrize("act", [give, take, leave_out])
def test_a_stranger_says_nothing(db, tess, gail, rae, act):
    assert code_of(act, keys(tess, gail), by=rae, on=JUNE_20) == "not_yours"


def test_a_user_who_is_nobody_yet_says_nothing(db, tess, ada):
    ada.is_superuser = False
    item = keys(tess)

    assert code_of(take, item, by=ada, on=JUNE_20) == "not_yours"


def test_nobody_receives_while_nobody_follows(db, tess, cal):
    item = give(keys(tess), by=tess, on=JUNE_20)

    assert code_of(take, item, by=cal, on=JULY_1) == "nobody_follows"


def test_what_a_closed_position_hands_on_the_secretary_receives_for_the_body(
    db, tess, sam
):
    archivist = PositionFactory(name="Archivist", closed_on=JULY_1)
    item = give(keys(tess, position=archivist), by=tess, on=JUNE_20)

    assert take(item, by=sam, on=JULY_1).taken_by == sam


@pytest.mark.parametrize(
    ("state", "act", "code"),
    [
        ({"given_on": JUNE_20}, give, "given_already"),
        ({"given_on": JUNE_20}, leave_out, "given_already"),
        ({"taken_on": JUNE_20}, give, "taken_already"),
        ({"taken_on": JUNE_20}, take, "taken_already"),
        ({"taken_on": JUNE_20}, leave_out, "taken_already"),
        ({"is_left_out": True}, give, "left_out"),
        ({"is_left_out": True}, take, "left_out"),
        ({"is_left_out": True}, leave_out, "left_out"),
    ],
)
def test_a_step_that_was_taken_is_not_taken_again(
    db, tess, gail, cal, state, act, code
):
    item = keys(tess, gail)
    HandoverItem.objects.update(**state)

    assert code_of(act, item, by=cal, on=JULY_1) == code


@pytest.mark.parametrize(
    ("day", "is_theirs"),
    [(LAST_DAY, True), (JULY_1, True), (LAST_DAY + STAYS, True)],
)
def test_the_list_stays_with_the_outgoing_person_after_the_last_day(
    db, tess, day, is_theirs
):
    assert give(keys(tess), by=tess, on=day).given_on == day


def test_after_half_a_year_the_secretary_says_it(db, tess, sam):
    item, late = keys(tess), LAST_DAY + STAYS + timedelta(days=1)

    assert code_of(give, item, by=tess, on=late) == "not_yours"
    assert give(item, by=sam, on=late).given_by == sam


def test_a_list_that_is_done_is_the_outgoing_persons_to_the_last_day(db, tess, gail):
    item = keys(tess, gail)
    take(item, by=gail, on=JUNE_20)

    assert code_of(write_notes, item, "Late.", by=tess, on=JULY_1) == "not_yours"
    assert write_notes(item, "In time.", by=tess, on=LAST_DAY).notes == "In time."


@pytest.mark.parametrize("act", [give, leave_out])
def test_tess_takes_back_what_she_said(db, tess, act):
    item = act(keys(tess), by=tess, on=JUNE_20)

    undo(item, step_of(item), by=tess, on=JUNE_20)

    assert step_of(read(item)) is None
    assert read(item).given_by is None


def test_gail_takes_back_that_she_received_it_and_it_is_given_still(db, tess, gail):
    item = give(keys(tess, gail), by=tess, on=JUNE_20)
    take(item, by=gail, on=JUNE_20)

    undo(item, Step.TAKEN, by=gail, on=JUNE_20)

    assert (step_of(read(item)), read(item).taken_by) == (Step.GIVEN, None)


@pytest.mark.parametrize(("who", "step"), [("tess", Step.TAKEN), ("gail", Step.GIVEN)])
def test_nobody_takes_back_what_the_other_said(db, tess, gail, who, step):
    item = give(keys(tess, gail), by=tess, on=JUNE_20)
    take(item, by=gail, on=JUNE_20)
    by = {"tess": tess, "gail": gail}[who]

    assert code_of(undo, item, step, by=by, on=JUNE_20) == "not_yours"


@pytest.mark.parametrize("step", [Step.GIVEN, Step.LEFT_OUT])
def test_a_step_that_is_not_the_last_any_more_is_not_taken_back(
    db, tess, gail, cal, step
):
    item = give(keys(tess, gail), by=tess, on=JUNE_20)
    take(item, by=gail, on=JUNE_20)

    assert code_of(undo, item, step, by=cal, on=JUNE_20) == "changed_meanwhile"


def test_a_note_replaces_the_one_before(db, tess):
    item = write_notes(keys(tess), " In the drawer. ", by=tess, on=JUNE_20)

    assert read(item).notes == "In the drawer."
    assert write_notes(item, "", by=tess, on=JUNE_20).notes == ""


def test_gail_does_not_write_tess_s_notes(db, tess, gail):
    item = keys(tess, gail)

    assert code_of(write_notes, item, "Mine.", by=gail, on=JUNE_20) == "not_yours"


@pytest.mark.parametrize(
    "text", ["Password: hunter2", "The PIN is 4711", "passcode 553311, as before"]
)
def test_a_password_is_never_written_down(db, tess, text):
    item = keys(tess)
    added = HandoverItem(handover=item.handover, title="Safe", how=text)

    assert code_of(write_notes, item, text, by=tess, on=JUNE_20) == "a_password"
    assert code_of(add_item, added, by=tess, on=JUNE_20) == "a_password"


@pytest.mark.parametrize(
    "text",
    [
        "Passwords: Alternate Chair, in a closed envelope",
        "The password is changed on the first day.",
        "Password manager of the body; ask the Chair",
    ],
)
def test_who_keeps_the_passwords_may_be_written(db, tess, text):
    assert write_notes(keys(tess), text, by=tess, on=JUNE_20).notes == text


@pytest.mark.parametrize("who", ["tess", "gail", "cal"])
def test_what_only_this_hand_over_has_is_added_at_the_end(db, tess, gail, cal, who):
    made = handover(tess.person, gail.person, titles=("Bank", "Keys"))
    by = {"tess": tess, "gail": gail, "cal": cal}[who]

    added = HandoverItem(handover=made, title=" Raffle drum ")
    add_item(added, by=by, on=JUNE_20)

    titles = list(made.items.values_list("title", flat=True))
    assert titles == ["Bank", "Keys", "Raffle drum"]


@pytest.mark.parametrize(
    ("title", "code"), [("KEYS ", "listed_already"), ("  ", "blank")]
)
def test_what_is_added_has_a_name_that_is_not_there_yet(db, tess, title, code):
    item = HandoverItem(handover=handover(tess.person), title=title)

    assert code_of(add_item, item, by=tess, on=JUNE_20) == code


def test_a_stranger_adds_nothing(db, tess, rae):
    item = HandoverItem(handover=handover(tess.person), title="Mine")

    assert code_of(add_item, item, by=rae, on=JUNE_20) == "not_yours"


def test_gail_receives_before_her_first_day(db, tess, gail):
    assert take(keys(tess, gail), by=gail, on=date(2026, 6, 1)).taken_by == gail
