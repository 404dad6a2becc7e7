"""Receipts on paper."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from intergroup.kit import pages
from tests.factories import GroupFactory, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.identifying import identify_contribution
from treasury.models import Contribution, Identification, Policy
from treasury.reports.receipts import Receipt, receipt_numbers, receipts_of

JUNE_1 = date(2026, 6, 1)
LIST = reverse("admin:treasury_contribution_changelist")


def given(by=None, **values):
    facts = {"received_on": JUNE_1, "source": "member", "amount": money("45.00")}
    contribution = Contribution(**{**facts, **values})
    record_contribution(contribution, recorded_by=by)
    return contribution


def receipt_of(contribution):
    (receipt,) = receipts_of([contribution.pk]).receipts
    return receipt


def html(contribution):
    report = receipts_of([contribution.pk])
    context = pages.context(report=report)
    return render_to_string("treasury/print/receipts.html", context)


def test_a_receipt_says_what_came_from_whom_and_who_took_it(tess):
    hope = GroupFactory(number=12, name="Friday Hope")
    contribution = given(
        source="group", group=hope, method="cheque", reference="1234", by=tess
    )

    assert receipt_of(contribution) == Receipt(
        number="2026-0001",
        received_on=JUNE_1,
        giver="Group 12, Friday Hope",
        found="",
        amount=money("45.00"),
        method="Check 1234",
        fund="Operating",
        received_by="Tess D.",
        taken_back_on=None,
    )


@pytest.mark.parametrize(
    ("values", "giver"),
    [
        ({"source": "member", "contributor": "M-0042"}, "A member"),
        ({"source": "birthday"}, "A birthday"),
        ({"source": "basket"}, "The meeting basket"),
        ({"source": "event", "event": "Picnic"}, "An event: Picnic"),
        ({"source": "unidentified", "marked": "Jo Brown"}, "Not yet identified"),
    ],
)
def test_a_receipt_names_nobody(db, values, giver):
    contribution = given(**values)

    assert receipt_of(contribution).giver == giver
    assert "M-0042" not in html(contribution)
    assert "Jo Brown" not in html(contribution)


def test_what_was_taken_back_keeps_its_receipt_as_void(db):
    contribution = given()
    take_back_contribution(contribution, dated=date(2026, 7, 2), recorded_by=None)

    told = html(contribution)

    assert "VOID" in told
    assert "was taken back on July 2, 2026" in told
    assert "carries the message" not in told


def test_what_was_identified_later_says_so(db):
    hope = GroupFactory(number=12, name="Friday Hope")
    contribution = given(source="unidentified")
    found = Identification(
        contribution=contribution, group=hope, identified_on=date(2026, 7, 3)
    )
    identify_contribution(found, identified_by=None)

    assert receipt_of(contribution).found == (
        "Group 12, Friday Hope (identified July 3, 2026)"
    )


def test_the_tax_sentence_is_printed_only_while_its_switch_is_on(db):
    policy = Policy.objects.create(pk=1, receipt_words="Thanks to you all.")
    contribution = given()
    off = html(contribution)

    policy.is_tax_sentence_printed = True
    policy.save()

    assert "Thanks to you all." in off
    assert "tax-deductible" not in off
    assert "This contribution is not tax-deductible." in html(contribution)


def test_receipts_come_in_the_order_of_their_numbers(db):
    first, second = given(), given(received_on=date(2026, 5, 1))

    report = receipts_of([second.pk, first.pk])

    assert [each.number for each in report.receipts] == ["2026-0001", "2026-0002"]
    assert receipt_numbers([second, first]) == "Receipts 2026-0001 to 2026-0002."
    assert receipt_numbers([second]) == "Receipt 2026-0002."


def test_a_receipt_is_a_pdf_and_a_correction_has_none(as_tess):
    contribution = given()
    mirror = take_back_contribution(
        contribution, dated=date(2026, 7, 2), recorded_by=None
    )

    page = as_tess.get(reverse("treasury:receipt", args=[contribution.pk]))

    assert page.content.startswith(b"%PDF-")
    assert 'filename="receipt-2026-0001.pdf"' in page["Content-Disposition"]
    for pk in (mirror.pk, 999):
        assert as_tess.get(reverse("treasury:receipt", args=[pk])).status_code == 404


def test_a_selection_of_the_list_is_printed_as_one(as_tess):
    ids = [given().pk, given().pk]
    action = {"action": "print_receipts", "_selected_action": ids, "index": 0}

    assert as_tess.post(LIST, action).content.startswith(b"%PDF-")


def test_only_those_who_see_contributions_see_receipts(client, gail):
    contribution = given()
    client.force_login(gail)

    page = client.get(reverse("treasury:receipt", args=[contribution.pk]))

    assert page.status_code == 403
