"""A little of everything the treasury keeps, with texts that try to do harm."""

from datetime import date

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import Period
from intergroup.kit.papers import Paper
from tests.factories import (
    CommitteeFactory,
    GroupFactory,
    account,
    fund,
    money,
)
from tests.kit.test_papers import PLAIN
from tests.treasury import billing
from treasury import models
from treasury.actions.bills import decline_bill
from treasury.actions.budgeting import adopt_budget, amend_budget, start_budget
from treasury.actions.collections import record_collection
from treasury.actions.contributions import record_contribution
from treasury.actions.depositing import record_deposit
from treasury.actions.distributing import vote_distribution
from treasury.actions.identifying import identify_contribution
from treasury.actions.income import record_other_income
from treasury.actions.months import close_month
from treasury.actions.moving import record_transfer
from treasury.actions.outside import record_outside_offer
from treasury.actions.presenting import present_report
from treasury.actions.reconciling import clear, keep_statement
from treasury.actions.spending import record_expense
from treasury.actions.statement_batches import ask_for_statements
from treasury.actions.statement_batches import keep_statement as keep_group_statement
from treasury.actions.vouchers import attach_paper
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import Contribution, Statement, StatementLine
from treasury.reports.paper import print_report

MARKUP = "<b id=evil>"  # shown as it is, it would be markup
FORMULA = "=1+1"  # written as it is, a spreadsheet would reckon with it
JANUARY_5, JANUARY_31 = date(2026, 1, 5), date(2026, 1, 31)
FEBRUARY_2, FEBRUARY_28 = date(2026, 2, 2), date(2026, 2, 28)


def text(length=60, begin=FORMULA):
    """A text of that many characters that begins as a formula and holds markup."""
    return f"{begin}{MARKUP}'\"&{{{{ 7 }}}}é”".ljust(length, "w")


def everything(by, cents="0.25"):
    """Record some of each noun; return the first rows by the names of their models."""
    _received(by, money("40") + money(cents))
    month = models.ClosedMonth(first_on=date(2026, 1, 1), explanation=text())
    points = ()
    close_month(month, today=FEBRUARY_2, closed_by=by, points=points)
    _spent(by, money("12") + money(cents))
    ask(by, money("7") + money(cents))
    _agreed(by)
    _held_against_the_bank(by, money("40") + money(cents))
    _printed(by)
    return {
        name.lower(): getattr(models, name).objects.order_by("pk").first()
        for name in models.__all__
    }


def _received(by, amount):
    group = GroupFactory(number=12, name=text(255))
    common = {"received_on": JANUARY_5, "amount": amount, "fund": fund()}
    box = account("1010")
    collection = models.Collection(
        collected_on=JANUARY_5,
        first_counter="Jo M.",
        second_counter="Ann B.",
        counted=amount * 2,
        explanation=text(200),
    )
    given = Contribution(group=group, account=box, reference=text(60), **common)
    record_collection(collection, [given], recorded_by=by)
    for source in ("unidentified", "unidentified"):
        waits = Contribution(source=source, marked=text(120), account=box, **common)
        record_contribution(waits, recorded_by=by)
    found = models.Identification(
        contribution=waits, group=group, identified_on=JANUARY_5
    )
    identify_contribution(found, identified_by=by)
    _received_besides(by, amount, box, common)
    _put_in_the_bank(by)


def _received_besides(by, amount, box, common):
    event = Contribution(source="event", event=text(80), account=box, **common)
    record_contribution(event, recorded_by=by)
    into = {"account": account("4300"), "fund": fund(), "paid_into": account("1000")}
    income = models.OtherIncome(
        received_on=JANUARY_5, purpose=text(160), amount=amount, **into
    )
    record_other_income(income, recorded_by=by)
    offer = models.OutsideOffer(
        offered_on=JANUARY_5,
        offered_by=text(120),
        amount=amount,
        reference=text(60),
        account=account("1000"),
    )
    record_outside_offer(offer, recorded_by=by)
    models.ImportBatch.objects.create(
        file_name=text(255), sha256="0" * 64, rows=1, imported_by=by
    )


def _put_in_the_bank(by):
    slip = models.Deposit(
        to_account=account("1000"), deposited_on=JANUARY_31, reference=text(60)
    )
    chosen = [each.entry_id for each in waiting_to_be_deposited().items]
    record_deposit(slip, chosen, today=JANUARY_31, recorded_by=by)


def _spent(by, amount):
    paid = models.Expense(
        paid_on=FEBRUARY_2,
        payee=text(80),
        purpose=text(160, begin="@SUM(1+1)"),
        amount=amount,
        account=account("5200"),
        fund=fund(),
        paid_from=account("1000"),
        method="cheque",
        cheque_number=618,
    )
    record_expense(paid, recorded_by=by)
    attach_paper(Paper(f"{text(80)}.pdf", PLAIN), to=paid, added_by=by)
    models.VoidCheque.objects.create(
        account=account("1000"), number=617, voided_on=FEBRUARY_2, reason=text(200)
    )
    move(by, amount)


def move(by, amount):
    moved = models.Transfer(
        moved_on=FEBRUARY_2,
        amount=amount,
        from_account=account("1000"),
        to_account=account("1020"),
        from_fund=fund(),
        to_fund=fund(),
        purpose=text(160, begin="+1"),
    )
    record_transfer(moved, recorded_by=by)


def ask(by, amount):
    how = {"payee": text(80), "purpose": text(160), "requested_on": FEBRUARY_2}
    bill = billing.asked(amount, by=by, **how)
    attach_paper(Paper(f"{text(80)}.pdf", PLAIN), to=bill, added_by=by)
    billing.approve(bill, by)
    declined = billing.asked(amount, by=by, **how)
    decline_bill(declined, because=text(200), today=FEBRUARY_2, declined_by=by)
    del how["requested_on"]
    models.RecurringBill.objects.create(
        next_on=FEBRUARY_2,
        amount=amount,
        account=account("5200"),
        fund=fund(),
        **how,
    )


def _agreed(by):
    motion = billing.carried()
    budget = models.Budget(begins_on=date(2026, 1, 1), note=text())
    start_budget(budget, amounts={(account("5300").pk, None): money("300")})
    adopt_budget(budget, adopted_on=JANUARY_5, motion=None)
    more = models.BudgetAmendment(
        decided_on=FEBRUARY_2, change=money("50"), motion=motion
    )
    amend_budget(
        more,
        budget=budget,
        account=account("5300"),
        committee=CommitteeFactory(name=text(80)),
        recorded_by=by,
    )
    _passed_on(by, motion)


def _passed_on(by, motion):
    rule = models.ReserveRule.objects.create(
        kind="parts", effective_on=JANUARY_5, floor=money("0"), motion=motion
    )
    rule.parts.create(name=text(80), amount=money("5"))
    plan = models.SplitPlan.objects.create(name=text(80), effective_on=JANUARY_5)
    plan.shares.create(
        recipient=text(80, begin="-1"), account=account("6000"), percent=money("100")
    )
    vote = models.Distribution(
        voted_on=FEBRUARY_2, amount=money("3"), plan=plan, fund=fund(), motion=motion
    )
    vote_distribution(vote, recorded_by=by)
    _policy()


def _policy():
    words = ("receipt_words", "tax_sentence", "refusal_words")
    models.Policy.objects.update_or_create(
        pk=1,
        defaults={
            **dict.fromkeys(words, text()),
            "approval_limit": money("500"),
            "is_tax_sentence_printed": True,
        },
    )
    models.YearlyLimit.objects.create(
        effective_on=JANUARY_5, currency="USD", amount=money("10")
    )


def _held_against_the_bank(by, amount):
    statement = Statement(
        account=account("1000"),
        ends_on=FEBRUARY_28,
        closing=amount,
        file_name=text(255),
        sha256="1" * 64,
    )
    lines = [
        StatementLine(
            key=str(nth),
            dated=FEBRUARY_2,
            amount=amount * sign,
            description=text(200),
            reference=text(60),
        )
        for nth, sign in enumerate((1, -1, 1))
    ]
    keep_statement(statement, lines, imported_by=by)
    entry = models.OtherIncome.objects.get().entry
    clear(statement, [entry], line=lines[2])
    models.ColumnMapping.objects.create(
        name=text(60), headers=text(), account=account("1000"), columns={"a": text()}
    )


def _printed(by):
    meeting = BusinessMeeting.objects.get()
    report = print_report(Period(JANUARY_5, JANUARY_31), meeting=meeting)
    present_report(report, presented_by=by)
    batch = models.StatementBatch(first_on=date(2026, 1, 1), last_on=date(2026, 12, 31))
    ask_for_statements(batch, is_every_group=True, asked_by=by)
    keep_group_statement(batch.pk, batch.group_ids[0], b"%PDF-1.7")
