"""Every page of the treasury opens, and takes, for exactly the roles that may."""

import re

import pytest
from django.urls import reverse

from intergroup.kit import admin
from tests import rights
from tests.factories import GroupFactory
from tests.rights import NOBODY, PEOPLE, is_shut_out, sign_in
from tests.treasury.lives import everything as counts
from tests.treasury.world import MARKUP, everything
from treasury.urls import urlpatterns

SCREENS = sorted(
    model._meta.model_name
    for model in admin.site._registry
    if model._meta.app_label == "treasury"
)
PAY = ("view_bill", "add_expense")
PLAN = ("add_budget", "change_budgetline")
TICK = ("add_clearing", "change_statement")
RECORD = ("add_clearing", "add_expense", "add_otherincome")

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the rows it is about.
ADDRESSES = {
    "bills-recurring": (("add_bill", "add_recurringbill"),) * 2,
    "bill": (("view_bill",), None, "bill"),
    "bill-approve": (None, ("view_bill", "add_approval"), "bill"),
    "bill-decline": (None, ("view_bill", "add_approval"), "bill"),
    "bill-pay": (PAY, PAY, "bill"),
    "bill-papers": (("view_bill", "add_voucher"),) * 2 + ("bill",),
    "expense-papers": (("view_expense", "add_voucher"),) * 2 + ("expense",),
    "voucher": (("view_voucher", "view_expense"), None, "voucher"),
    "collection": (("add_collection",),) * 2,
    "collection-recorded": (("view_collection",), None, "collection"),
    "collection-sheet": (("view_collection",), None, "collection"),
    "collection-receipts": (("view_contribution",), None, "collection"),
    "unidentified": (("add_identification",), None),
    "identify": (("add_identification",),) * 2 + ("contribution",),
    "receipt": (("view_contribution",), None, "contribution"),
    "deposit": (("add_deposit",),) * 2,
    "deposit-slip": (("view_deposit",), None, "deposit"),
    "budget-start": (PLAN, PLAN),
    "budget-lines": (PLAN, PLAN, "budget"),
    "budget-adopt": (PLAN, PLAN, "budget"),
    "budget-amend": (("add_budgetamendment",),) * 2 + ("budget",),
    "passing-on": (("add_distribution",),) * 2,
    "passing-on-proposal": (("add_distribution",), None),
    "distribution-worksheet": (("view_distribution",), None, "distribution"),
    "share-pay": (("view_distribution", "add_expense"),) * 2 + ("distributionshare",),
    "split-plans-ready": (("add_splitplan",), None),
    "split-plan-version": (("add_splitplan",),) * 2 + ("splitplan",),
    "opening": (("add_account", "add_transfer"),) * 2,
    "outside-return": (("add_outsideoffer",),) * 2 + ("outsideoffer",),
    "outside-letter": (("view_outsideoffer",), None, "outsideoffer"),
    "review-kit": (("view_entry", "view_voucher"), None),
    "reconcile": (("view_statement",), ("add_statement",)),
    "reconcile-statement": (("view_statement",), None, "statement"),
    "reconcile-accept": (None, TICK, "statement"),
    "reconcile-earlier": (None, TICK, "statement"),
    "reconcile-match": (None, TICK, "statement"),
    "reconcile-take-back": (None, TICK, "statement"),
    "reconcile-balance": (None, TICK, "statement"),
    "reconcile-settle": (None, TICK, "statement"),
    "reconcile-line": (RECORD, RECORD, "statement", "statementline"),
    "statement-file": (("add_statement",),) * 2 + ("1000",),
    "month-end": (("view_closedmonth",), ("add_closedmonth",)),
    "month-reopen": (("reopen_closedmonth",),) * 2 + ("closedmonth",),
    "present": (("add_presentedreport",),) * 2,
    "presented": (("view_presentedreport",), None, "presentedreport"),
    "presented-pdf": (("view_presentedreport",), None, "presentedreport"),
    "books": (("view_entry",), None),
    "books-file": (("view_entry",), None, "csv"),
    "statement-batch-new": (("add_statementbatch",),) * 2,
    "statement-batch": (("view_statementbatch",), None, "statementbatch"),
    "statement-batch-go-on": (None, ("add_statementbatch",), "statementbatch"),
    "statement-batch-zip": (("view_statementbatch",), None, "statementbatch"),
    "statement-batch-statement": (
        *(("view_statementbatch",), None),
        *("statementbatch", "groupstatement"),
    ),
}
ONES_OWN = {"our-statement": (7, "this-year")}
NOT_THERE = {"passing-on-proposal"}  # it is asked for with a plan and an amount


@pytest.fixture
def rows(db, tess):
    return everything(tess)


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, wanted):
    return rights.may(who, "treasury", wanted)


def address(name, rows, *, known=True):
    about = ADDRESSES[name][2:]
    ids = [rows[each].pk if each in rows else each for each in about]
    if not known:
        ids = [999_999 if isinstance(each, int) else "none" for each in ids]
    return reverse(f"treasury:{name}", args=ids)


def test_every_address_is_told_of():
    assert {each.name for each in urlpatterns} == {*ADDRESSES, *ONES_OWN}


def test_the_statement_of_a_group_is_not_for_others(client, db, who):
    """Not even for those who keep the books: they have it as a report."""
    GroupFactory(number=7)
    sign_in(client, who)

    for name, args in ONES_OWN.items():
        status = client.get(reverse(f"treasury:{name}", args=args)).status_code
        assert status == (302 if who == NOBODY else 404)


def test_a_page_is_shown_to_those_who_may_see_it_and_kept_by_no_cache(
    client, rows, who
):
    sign_in(client, who)

    wrong = {}
    for name, (seen, *_others) in ADDRESSES.items():
        answer = client.get(address(name, rows))
        if seen is None:
            is_right = answer.status_code == 405
        elif may(who, seen):
            fits = {404} if name in NOT_THERE else {200, 302}
            is_right = answer.status_code in fits
            is_right &= name in NOT_THERE or "no-store" in answer["Cache-Control"]
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_sent_by_those_who_may_not_is_refused_and_changes_nothing(
    client, rows, who
):
    sign_in(client, who)
    before = counts()

    wrong = {}
    for name, (_seen, taken, *_about) in ADDRESSES.items():
        if taken and may(who, taken):
            continue
        answer = client.post(address(name, rows))
        is_right = is_shut_out(who, answer) if taken else answer.status_code == 405
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}
    assert counts() == before


def test_what_is_not_there_is_not_found(client, rows, tess):
    client.force_login(tess)

    wrong = {}
    for name, (seen, _taken, *about) in ADDRESSES.items():
        if about:
            send = client.get if seen else client.post
            status = send(address(name, rows, known=False)).status_code
            if status != 404:
                wrong[name] = status

    assert wrong == {}


def test_an_empty_or_broken_form_is_no_server_error(client, rows, tess):
    client.force_login(tess)
    names = ("clearing", "entry", "line", "part", "motion", "accept", "paid_from")
    sent = {**dict.fromkeys(names, "x"), "entry": ["²", "9" * 30, "9" * 5000]}

    wrong = {}
    for name, (_seen, taken, *_about) in ADDRESSES.items():
        if not taken or name == "statement-batch-go-on":  # it begins another process
            continue
        for form in ({}, sent):
            status = client.post(address(name, rows), form).status_code
            if status not in {200, 302, 400, 404}:
                wrong[name] = status

    assert wrong == {}


def test_no_text_is_shown_as_markup_and_every_form_is_sealed(client, rows, ada):
    client.force_login(ada)
    lists = [reverse(f"admin:treasury_{each}_changelist") for each in SCREENS]
    changes = [
        reverse(f"admin:treasury_{each}_change", args=[rows[each].pk])
        for each in SCREENS
    ]
    papers = re.compile(r"\.pdf$|\.zip$|/slip/$|/csv/$|/paper/")
    own = [address(name, rows) for name, (seen, *_others) in ADDRESSES.items() if seen]

    wrong = []
    for each in [*lists, *changes, *(one for one in own if not papers.search(one))]:
        page = client.get(each, follow=True).content.decode()
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
        is_sealed = all("csrfmiddlewaretoken" in form for form in forms)
        if MARKUP in page or not is_sealed:
            wrong.append(each)

    assert wrong == []
