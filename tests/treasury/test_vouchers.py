"""Papers of bills and payments: kept once, and given to those who may see them."""

import hashlib

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from intergroup.kit.papers import Paper
from tests.factories import UserFactory, account
from tests.kit.test_papers import PLAIN, picture
from tests.treasury.billing import JUNE_1, asked, unsaved
from treasury.actions.bills import request_bill
from treasury.actions.spending import record_expense
from treasury.actions.vouchers import attach_paper
from treasury.models import Bill, Expense, Voucher


def attached(to, name="bill.pdf", data=PLAIN):
    return attach_paper(Paper(name, data), to=to, added_by=None)


def paid():
    """A small thing that was paid without a bill."""
    bill = unsaved()
    names = ("payee", "purpose", "amount", "account", "fund")
    facts = {name: getattr(bill, name) for name in names}
    expense = Expense(paid_on=JUNE_1, paid_from=account("1020"), **facts)
    record_expense(expense, recorded_by=None)
    return expense


def address(voucher):
    return reverse("treasury:voucher", args=[voucher.pk])


def allowed(*codenames):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def test_a_paper_is_kept_with_its_fingerprint(db, tess):
    voucher = attach_paper(Paper("a.PDF", PLAIN), to=asked(), added_by=tess)

    voucher.refresh_from_db()
    assert (voucher.name, voucher.kind) == ("a.pdf", "application/pdf")
    assert bytes(voucher.content) == PLAIN
    assert voucher.sha256 == hashlib.sha256(PLAIN).hexdigest()


def test_the_same_paper_is_not_attached_twice_to_one_bill(db):
    bill, other = asked(), asked()
    attached(bill)
    attached(bill, data=picture())

    with pytest.raises(ValidationError, match="is attached already"):
        attached(bill, name="again.pdf")

    attached(other)
    assert (bill.vouchers.count(), other.vouchers.count()) == (2, 1)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("bill.html", "bill.png"),
        ("../../etc/passwd", "passwd.png"),
        ('a"; x=\r\nb.png', "a x b.png"),
        ("…", "paper.png"),
        (f"{'x' * 300}.jpeg", f"{'x' * 100}.png"),
    ],
)
def test_a_file_is_named_after_what_it_is(db, sent, kept):
    assert attached(asked(), name=sent, data=picture("PNG")).name == kept


def test_a_bill_whose_paper_is_refused_is_not_asked_for(db):
    with pytest.raises(ValidationError, match="is empty"):
        request_bill(unsaved(), papers=[Paper("a.pdf", b"")], requested_by=None)

    assert not Bill.objects.exists()


def test_a_paper_is_shown_in_the_browser_and_can_do_nothing_there(as_tess):
    response = as_tess.get(address(attached(asked(), name="Bill “7”.pdf")))

    assert response.content == PLAIN
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="Bill 7.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_a_paper_is_given_to_those_who_may_see_what_it_proves(db, client):
    of_bill, of_expense = attached(asked()), attached(paid())
    sees_bills = allowed("view_voucher", "view_bill")
    sees_expenses = allowed("view_voucher", "view_expense")
    sees_no_papers = allowed("view_bill", "view_expense")

    given = []
    for user in (sees_bills, sees_expenses, sees_no_papers):
        client.force_login(user)
        given += [
            client.get(address(each)).status_code for each in (of_bill, of_expense)
        ]

    assert given == [200, 403, 403, 200, 403, 403]
    client.logout()
    assert client.get(address(of_bill)).status_code == 302


def test_a_paper_that_is_not_there_is_not_found(as_tess):
    assert as_tess.get(reverse("treasury:voucher", args=[7])).status_code == 404


def test_papers_are_added_to_a_payment_several_at_once(as_tess):
    expense = paid()
    files = [
        SimpleUploadedFile("a.pdf", PLAIN),
        SimpleUploadedFile("b.jpg", picture()),
    ]

    response = as_tess.post(
        reverse("treasury:expense-papers", args=[expense.pk]), {"papers": files}
    )

    row = reverse("admin:treasury_expense_change", args=[expense.pk])
    assert response.url == row
    assert "b.jpg" in as_tess.get(row).content.decode()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.svg", b"<svg onload='alert(1)'/>", "is no PDF, JPEG or PNG"),
        ("a.pdf", b"<!doctype html>", "is no PDF, JPEG or PNG"),
        ("a.pdf", b"%PDF-" + bytes(9 * 1024 * 1024), "is larger than 8 MB"),
        ("a.pdf", b"%PDF-" + bytes(21 * 1024 * 1024), "larger than 20 MB together"),
        ("a.heic", b"\0\0\0\x18ftypheic", "Most Compatible"),
        ("a.pdf", b"", "empty"),
    ],
)
def test_a_file_that_is_none_of_these_is_told_in_a_sentence(as_tess, name, data, told):
    bill = asked()
    page = reverse("treasury:bill-papers", args=[bill.pk])

    response = as_tess.post(page, {"papers": SimpleUploadedFile(name, data)})

    assert told in response.context["form"].errors["papers"][0]
    assert not Voucher.objects.exists()
