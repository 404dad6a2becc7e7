"""The collection sheet as the treasurer fills it in."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import BodyFactory, BusinessMeetingFactory, GroupFactory, money
from treasury.models import Collection, Contribution

SHEET = reverse("treasury:collection")
COUNTERS = {"first_counter": "Jo M.", "second_counter": "Ann B."}


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


@pytest.fixture
def calm(db):
    return GroupFactory(number=14, name="Sunday Calm")


def filled(amounts, **values):
    """What the browser sends: amounts by the key of their rows."""
    rows = {f"amount-{key}": amount for key, amount in amounts.items()}
    today = timezone.localdate().isoformat()
    return {"collected_on": today, **COUNTERS, **rows, **values}


def read(response):
    """What a person reads, in one line."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(text.split())


def test_the_sheet_lists_the_roll_in_order_of_number(as_tess, hope, calm):
    GroupFactory(number=3, name="Gone", status="inactive")

    told = read(as_tess.get(SHEET))

    assert told.index("12 Friday Hope") < told.index("14 Sunday Calm")
    assert "Gone" not in told
    assert "The basket at this meeting" in told


def test_one_save_records_all_and_says_so(as_tess, tess, hope, calm):
    sheet = filled({f"g{hope.pk}": "45", f"g{calm.pk}": "$1,030.00", "basket": "12.50"})
    sheet[f"method-g{calm.pk}"] = "cheque"
    sheet[f"reference-g{calm.pk}"] = "1234"

    page = as_tess.post(SHEET, sheet, follow=True)

    year = timezone.localdate().year
    assert (
        f"Recorded 3 contributions, $1,087.50. Receipts {year}-0001 to {year}-0003."
    ) in read(page)
    rows = Contribution.objects.order_by("receipt_number")
    assert list(rows.values_list("source", "amount", "method", "reference")) == [
        ("group", money("45.00"), "cash", ""),
        ("group", money("1030.00"), "cheque", "1234"),
        ("basket", money("12.50"), "cash", ""),
    ]
    assert {each.account.purpose for each in rows} == {"undeposited"}
    assert {each.fund.name for each in rows} == {"Operating"}
    assert Collection.objects.get().recorded_by == tess


def test_an_empty_row_is_not_recorded_and_nothing_is_said_of_it(as_tess, hope, calm):
    page = as_tess.post(SHEET, filled({f"g{hope.pk}": "45"}), follow=True)

    assert "Sunday Calm" not in read(page)
    assert Contribution.objects.count() == 1


def test_an_error_stands_at_its_row_and_nothing_typed_is_lost(as_tess, hope, calm):
    sheet = filled({f"g{hope.pk}": "45", f"g{calm.pk}": "fifty"})

    page = as_tess.post(SHEET, {**sheet, "reference-basket": "77"})

    told, html = read(page), page.content.decode()
    assert "14 Sunday Calm: “fifty” is not an amount of money." in told
    assert "The basket at this meeting: write the amount, or empty this row." in told
    assert 'value="45"' in html
    assert 'value="fifty"' in html
    assert 'value="Jo M."' in html
    assert not Contribution.objects.exists()


def test_one_person_alone_does_not_count(as_tess, hope):
    page = as_tess.post(SHEET, filled({f"g{hope.pk}": "45"}, second_counter="jo m"))

    assert "Two different people count." in read(page)
    assert not Contribution.objects.exists()


def test_a_surname_is_not_kept(as_tess, hope):
    sheet = filled({f"g{hope.pk}": "45"}, first_counter="Joan Marsh")

    assert as_tess.post(SHEET, sheet).context["form"].errors["first_counter"]


def test_a_day_that_has_not_come_is_refused(as_tess, hope):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = as_tess.post(SHEET, filled({f"g{hope.pk}": "45"}, collected_on=tomorrow))

    assert "This day has not come yet." in read(page)


def test_notes_and_coins_are_added_up_and_held_against_the_cash(as_tess, hope):
    sheet = filled({f"g{hope.pk}": "45"})
    sheet |= {"pieces_20": "2", "pieces_1": "4", "pieces_0.25": "2"}

    page = as_tess.post(SHEET, sheet)

    assert "$44.50 was counted and $45.00 entered: $0.50 short. Why?" in read(page)
    as_tess.post(SHEET, {**sheet, "explanation": "Two quarters fell"})
    saved = Collection.objects.get()
    assert (saved.counted, saved.pieces) == (
        money("44.50"),
        {"20": 2, "1": 4, "0.25": 2},
    )
    assert saved.entry.postings.count() == 2


def test_a_sum_written_beside_other_pieces_is_asked_about(as_tess, hope):
    sheet = filled({f"g{hope.pk}": "45"}, counted="45", pieces_20="2")

    page = as_tess.post(SHEET, sheet)

    assert "The notes and coins below add up to $40.00." in read(page)


def test_the_sums_are_checked_without_a_script_and_nothing_is_recorded(as_tess, hope):
    sheet = {f"amount-g{hope.pk}": "45", "amount-basket": "5", "counted": "52"}

    told = read(as_tess.post(SHEET, {**sheet, "check": "yes"}))

    assert "Rows 2 Entered $50.00 Cash entered $50.00 Counted $52.00" in told
    assert "Difference $2.00" in told
    assert "Nothing is recorded yet" not in told
    assert not Contribution.objects.exists()


def test_a_row_beside_the_roll_takes_a_group_by_its_number(as_tess, hope):
    closed = GroupFactory(number=3, name="Gone", status="inactive")
    sheet = filled({"other-1": "5", "other-2": "6", "other-3": "7"})
    sheet |= {"marked-other-1": "#12", "marked-other-2": "gone"}

    as_tess.post(SHEET, {**sheet, "marked-other-3": "a blue envelope"})

    rows = Contribution.objects.order_by("receipt_number")
    assert list(rows.values_list("source", "group", "marked")) == [
        ("group", hope.pk, ""),
        ("group", closed.pk, ""),
        ("unidentified", None, "a blue envelope"),
    ]


def test_there_is_always_room_for_one_more(as_tess):
    page = as_tess.post(SHEET, {"amount-other-4": "5", "check": "yes"})

    assert 'name="amount-other-6"' in page.content.decode()


def test_money_of_an_app_goes_where_the_sheet_says(as_tess, hope, calm):
    sheet = filled({f"g{hope.pk}": "45", f"g{calm.pk}": "30"})
    sheet |= {f"method-g{hope.pk}": "venmo", f"method-g{calm.pk}": "zelle"}

    as_tess.post(SHEET, sheet)

    names = Contribution.objects.order_by("pk").values_list("account__name", flat=True)
    assert list(names) == ["Venmo", "Checking account"]


def test_the_meeting_is_the_one_of_that_day(as_tess, hope):
    meeting = BusinessMeetingFactory(held_on=timezone.localdate())

    as_tess.post(SHEET, filled({f"g{hope.pk}": "45"}))

    assert Collection.objects.get().meeting == meeting


def test_a_currency_without_cents_has_its_own_coins(as_tess, hope):
    BodyFactory(currency="JPY")

    page = as_tess.post(SHEET, filled({f"g{hope.pk}": "45.50"}))

    assert "12 Friday Hope: JPY has no cents" in read(page)
    assert 'name="pieces_10000"' in page.content.decode()


def test_a_sheet_without_an_amount_is_refused(as_tess, hope):
    page = as_tess.post(SHEET, filled({}))

    assert "No amount is entered, so there is nothing to record." in read(page)


def test_a_sheet_that_is_sent_twice_is_recorded_once(as_tess, hope):
    token = re.search(r'"_once" value="([^"]+)"', as_tess.get(SHEET).content.decode())
    sheet = filled({f"g{hope.pk}": "45"}, _once=token[1])

    as_tess.post(SHEET, sheet)
    again = as_tess.post(SHEET, sheet, follow=True)

    assert "nothing was recorded twice" in read(again)
    assert Contribution.objects.count() == 1


def test_a_sheet_that_was_refused_can_be_sent_again(as_tess, hope):
    token = re.search(r'"_once" value="([^"]+)"', as_tess.get(SHEET).content.decode())
    sheet = filled({f"g{hope.pk}": "45"}, _once=token[1], counted="46")

    as_tess.post(SHEET, sheet)
    as_tess.post(SHEET, {**sheet, "explanation": "Found one"})

    assert Contribution.objects.count() == 1


def test_a_second_sheet_of_a_day_is_asked_about(as_tess, hope, calm):
    as_tess.post(SHEET, filled({f"g{hope.pk}": "45"}))
    another = filled({f"g{calm.pk}": "30"})

    asked = read(as_tess.post(SHEET, another))

    assert (
        "A collection of this day is recorded already, counted by Jo M. and Ann B.: "
        "$45.00. Is this another one?"
    ) in asked
    assert Contribution.objects.count() == 1
    as_tess.post(SHEET, {**another, "is_another": "on"})
    assert Contribution.objects.count() == 2


def test_three_hundred_groups_ask_the_database_no_more_than_three(as_tess):
    groups = [GroupFactory() for _ in range(3)]

    def queries():
        sheet = filled({f"g{each.pk}": "5" for each in groups}, is_another="on")
        with CaptureQueriesContext(connection) as asked:
            as_tess.get(SHEET)
            assert as_tess.post(SHEET, sheet).status_code == 302
        return len(asked)

    few = queries()
    groups += [GroupFactory() for _ in range(297)]

    assert queries() <= few + 2
    assert Contribution.objects.count() == 303


def test_only_those_who_record_see_the_sheet(client, rae, gail, hope):
    for user in (rae, gail):
        client.force_login(user)
        assert client.get(SHEET).status_code == 403
        assert client.post(SHEET, filled({f"g{hope.pk}": "45"})).status_code == 403


def test_what_was_collected_leads_to_receipts_and_a_sheet_for_the_binder(as_tess, hope):
    as_tess.post(SHEET, filled({f"g{hope.pk}": "45", "other-1": "5"}))
    pk = Collection.objects.get().pk

    page = as_tess.get(reverse("treasury:collection-recorded", args=[pk]))

    for name in ("collection-receipts", "collection-sheet"):
        address = reverse(f"treasury:{name}", args=[pk])
        assert address in page.content.decode()
        assert as_tess.get(address).content.startswith(b"%PDF-")
    assert as_tess.get(f"{SHEET}999/").status_code == 404


def test_the_sheet_for_the_binder_says_nothing_that_was_written_on_an_envelope(
    as_tess, hope
):
    sheet = filled({"other-1": "5"}, **{"marked-other-1": "from my sponsor"})

    page = as_tess.post(SHEET, sheet, follow=True)

    assert "Not yet identified" in read(page)
    assert "from my sponsor" not in read(page)
