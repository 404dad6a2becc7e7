"""Money from outside the fellowship: never income, and sent back."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intergroup.kit import pages
from tests.factories import BodyFactory, account, fund, money
from treasury.actions.depositing import record_deposit
from treasury.actions.outside import record_outside_offer, return_outside_offer
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import Account, Deposit, Entry, OutsideOffer, Policy, Posting
from treasury.reports.outside import refusal_letter
from treasury.reports.soundness import check_books

JUNE_1, JUNE_5 = date(2026, 6, 1), date(2026, 6, 5)
ADD = reverse("admin:treasury_outsideoffer_add")
LIST = reverse("admin:treasury_outsideoffer_changelist")


def offered(into=None, **values):
    facts = {
        "offered_on": JUNE_1,
        "offered_by": "Valley Treatment Center",
        "amount": money("250.00"),
        "account": into and account(into),
    }
    offer = OutsideOffer(**{**facts, **values})
    record_outside_offer(offer, recorded_by=None)
    return offer


def give_back(offer, paid_from="1000", *, day=JUNE_5, how="Check 812"):
    return_outside_offer(
        offer,
        returned_on=day,
        how=how,
        paid_from=account(paid_from),
        recorded_by=None,
    )


def lines(entry):
    return sorted(entry.postings.values_list("account__code", "amount"))


def income_lines():
    return Posting.objects.filter(account__kind=Account.Kind.INCOME).count()


def read(page):
    return re.sub(r"\s+", " ", page.content.decode())


def test_what_arrives_is_owed_back_and_no_income(db, tess):
    offer = offered("1000")

    assert lines(offer.entry) == [("1000", money("250.00")), ("2010", money("-250.00"))]
    assert (offer.fund, offer.returned_on) == (fund(), None)
    assert income_lines() == 0
    assert check_books().findings == ()


def test_what_is_handed_back_as_it_came_touches_no_account(db):
    offer = offered()

    assert (offer.entry, offer.returned_on) == (None, JUNE_1)
    assert offer.returned_how == "as it came"
    assert not Entry.objects.exists()


def test_what_arrived_goes_back_with_a_second_entry(db):
    offer = offered("1000")

    give_back(offer)

    offer.refresh_from_db()
    assert (offer.returned_on, offer.returned_how) == (JUNE_5, "Check 812")
    assert lines(offer.return_entry) == [
        ("1000", money("-250.00")),
        ("2010", money("250.00")),
    ]
    assert offer.return_entry.reverses is None
    assert income_lines() == 0
    assert check_books().findings == ()


def test_arriving_and_going_back_may_be_recorded_at_once(db):
    offer = offered("1000", returned_on=JUNE_5, returned_how="Check 812")

    assert offer.return_entry.dated == JUNE_5
    assert Entry.objects.count() == 2


def test_what_waits_in_hand_goes_back_as_it_is(db):
    offer = offered("1010")
    assert waiting_to_be_deposited().total == money("250.00")

    give_back(offer, "1010", how="the same check")

    assert waiting_to_be_deposited().items == ()
    assert income_lines() == 0


def test_what_was_deposited_goes_back_from_the_bank(db):
    offer = offered("1010")
    slip = Deposit(deposited_on=JUNE_1, to_account=account("1000"))
    record_deposit(slip, [offer.entry_id], today=JUNE_1, recorded_by=None)

    with pytest.raises(ValidationError, match="leaves by a deposit slip"):
        give_back(offer, "1010")
    give_back(offer, "1000")

    assert lines(offer.return_entry)[0] == ("1000", money("-250.00"))


def test_it_goes_back_once(db):
    offer = offered("1000")
    give_back(offer)

    with pytest.raises(ValidationError, match="returned on June 5, 2026 already"):
        give_back(offer)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": date(2026, 5, 31)}, "cannot go back before it came"),
        ({"paid_from": "4000"}, "No money is held there"),
        ({"paid_from": "1010"}, "leaves by a deposit slip"),
    ],
)
def test_a_return_is_refused_with_a_sentence(db, values, sentence):
    offer = offered("1000")

    with pytest.raises(ValidationError, match=sentence):
        give_back(offer, **values)

    offer.refresh_from_db()
    assert offer.return_entry is None


def test_tess_records_an_offer_and_reads_that_it_waits(as_tess, tess):
    form = {
        "offered_on": "2026-06-01",
        "offered_by": "a friend",
        "amount": "250",
        "account": account("1000").pk,
    }

    page = as_tess.post(ADD, form, follow=True)

    assert "Recorded $250.00 from a friend: it waits to go back." in read(page)
    assert "waits to go back</td>" in read(page)
    assert OutsideOffer.objects.get().recorded_by == tess


def test_tess_sends_it_back_on_a_page_of_its_own(as_tess):
    offer = offered("1000")
    address = reverse("treasury:outside-return", args=[offer.pk])
    facts = {"returned_on": "2026-06-05", "how": "Check 812"}

    assert address in read(
        as_tess.get(reverse("admin:treasury_outsideoffer_change", args=[offer.pk]))
    )
    early = as_tess.post(
        address, {**facts, "returned_on": "2026-05-05", "paid_from": account("1000").pk}
    )
    page = as_tess.post(
        address, {**facts, "paid_from": account("1000").pk}, follow=True
    )
    again = as_tess.get(address, follow=True)

    assert early.status_code == 400
    assert "It cannot go back before it came." in read(early)
    assert "$250.00 went back to Valley Treatment Center." in read(page)
    assert "This was returned already." in read(again)


def test_the_list_shows_what_still_waits(as_tess):
    offered("1000", offered_by="Waiting Hall")
    offered(offered_by="Gone Foundation")

    waiting, gone = (
        read(as_tess.get(LIST, {"returned": each})) for each in ("no", "yes")
    )

    assert ("Waiting Hall" in waiting, "Gone Foundation" in waiting) == (True, False)
    assert ("Waiting Hall" in gone, "Gone Foundation" in gone) == (False, True)


def test_the_list_reads_as_much_for_many_as_for_one(as_tess):
    offered("1000")
    with CaptureQueriesContext(connection) as one:
        as_tess.get(LIST)
    offered("1000")
    offered("1020")

    with CaptureQueriesContext(connection) as many:
        as_tess.get(LIST)

    assert len(many) == len(one)


def test_the_letter_says_the_bodys_own_words(db):
    BodyFactory()
    Policy.objects.update_or_create(pk=1, defaults={"refusal_words": "With thanks."})
    letter = refusal_letter(offered("1000"), today=JUNE_5)

    html = render_to_string(
        "treasury/print/outside_letter.html", pages.context(report=letter)
    )

    assert letter.words == "With thanks."
    assert "To Valley Treatment Center" in html
    assert "On June 1, 2026 you offered us $250.00." in html
    assert "With thanks." in html


def test_the_letter_is_a_pdf(client, rae):
    client.force_login(rae)
    offer = offered()

    page = client.get(reverse("treasury:outside-letter", args=[offer.pk]))

    assert page.content.startswith(b"%PDF-")
    assert client.get(reverse("treasury:outside-letter", args=[99])).status_code == 404


def test_only_those_who_may_record_send_it_back(client, rae):
    client.force_login(rae)
    offer = offered("1000")

    assert (
        client.get(reverse("treasury:outside-return", args=[offer.pk])).status_code
        == 403
    )
