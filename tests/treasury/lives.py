"""Long random lives of the books: what may be done with them, one step at a time."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from intergroup.kit.dates import add_months
from tests.factories import GroupFactory, UserFactory, account, fund
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.depositing import record_deposit, take_back_deposit
from treasury.actions.distributing import take_back_distribution, vote_distribution
from treasury.actions.identifying import (
    identify_contribution,
    take_back_identification,
)
from treasury.actions.income import record_other_income, take_back_other_income
from treasury.actions.months import close_month, next_to_close
from treasury.actions.moving import record_transfer, take_back_transfer
from treasury.actions.paying import pay_share
from treasury.actions.reopening import ask_to_reopen, confirm_reopening
from treasury.actions.spending import record_expense, take_back_expense
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import (
    ClosedMonth,
    Contribution,
    Deposit,
    Distribution,
    DistributionShare,
    Entry,
    Expense,
    Identification,
    OtherIncome,
    SplitPlan,
    Transfer,
)

FIRST, TODAY = date(2026, 1, 1), date(2026, 7, 1)
TAKEN_BACK = {
    Contribution: take_back_contribution,
    Deposit: take_back_deposit,
    Distribution: take_back_distribution,
    Expense: take_back_expense,
    Identification: take_back_identification,
    OtherIncome: take_back_other_income,
    Transfer: take_back_transfer,
}
MONEY = ("1000", "1010", "1020", "1040")
FUNDS = ("Operating", "Prudent reserve", "H&I")

days = st.integers(0, 180).map(lambda n: FIRST + timedelta(days=n))
amounts = st.integers(1, 99_999).map(lambda cents: Decimal(cents).scaleb(-2))
which = st.integers(0, 50)
crashes = st.one_of(st.none(), st.integers(0, 40))
sources = st.sampled_from([str(each) for each in Contribution.Source])
accounts, funds = st.sampled_from(MONEY), st.sampled_from(FUNDS)


class CrashError(Exception):
    """The power went out between two statements."""


@contextmanager
def crashing(at):
    """Stop everything before the statement ``at``, counted from 0; None never."""
    left = [at]

    def execute(run, sql, params, many, context):
        if left[0] == 0:
            left[0] = None
            raise CrashError(sql)
        if left[0] is not None:
            left[0] -= 1
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield


def everything():
    """Return how many rows each table of the treasury has, and the last seal."""
    models = apps.get_app_config("treasury").get_models()
    return Entry.objects.last_seal(), [model.objects.count() for model in models]


class Life(RuleBasedStateMachine):
    """A treasurer’s life: whatever is refused or broken off leaves no trace."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()

    @initialize()
    def begin(self):
        self.groups = [GroupFactory() for _ in range(3)]
        self.officers = [UserFactory(), UserFactory()]
        plan = SplitPlan.objects.create(name="60/40", effective_on=FIRST)
        for recipient, percent in (("Region", "60"), ("World", "40")):
            kept = account("6000")
            plan.shares.create(
                recipient=recipient, account=kept, percent=Decimal(percent)
            )

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def do(self, work: Callable[[], object], crash: int | None = None) -> None:
        """Do one thing, or nothing at all."""
        before = everything()
        try:
            with transaction.atomic(), crashing(crash):
                work()
        except (ValidationError, CrashError):
            assert everything() == before

    def one_of(self, model, which):
        rows = model.objects.order_by("pk")
        count = rows.count()
        return rows[which % count] if count else None

    @rule(
        source=sources,
        amount=amounts,
        fee=st.sampled_from(["0", "0.30"]),
        day=days,
        into=accounts,
        of=funds,
        group=which,
        crash=crashes,
    )
    def give(self, source, amount, fee, day, into, of, group, crash):
        given = Contribution(
            received_on=day,
            source=source,
            group=self.groups[group % 3] if source == "group" else None,
            event="Picnic" if source == "event" else "",
            amount=amount,
            fee=Decimal(fee),
            fund=fund(of),
            account=account(into),
        )
        self.do(lambda: record_contribution(given, recorded_by=None), crash)

    @rule(which=which, group=which, day=days, crash=crashes)
    def identify(self, which, group, day, crash):
        waiting = list(Contribution.objects.unidentified().order_by("pk"))
        if waiting:
            found = Identification(
                contribution=waiting[which % len(waiting)],
                group=self.groups[group % 3],
                identified_on=day,
            )
            self.do(lambda: identify_contribution(found, identified_by=None), crash)

    @rule(kind=st.sampled_from(list(TAKEN_BACK)), which=which, day=days, crash=crashes)
    def take_back(self, kind, which, day, crash):
        if row := self.one_of(kind, which):
            undo = TAKEN_BACK[kind]
            self.do(lambda: undo(row, dated=day, recorded_by=None), crash)

    @rule(ticked=st.integers(1, 255), day=days, crash=crashes)
    def deposit(self, ticked, day, crash):
        items = waiting_to_be_deposited().items
        chosen = [e.entry_id for n, e in enumerate(items) if ticked >> n % 8 & 1]
        slip = Deposit(to_account=account("1000"), deposited_on=day)
        how = {"today": TODAY, "recorded_by": None}
        self.do(lambda: record_deposit(slip, chosen, **how), crash)

    @rule(
        amount=amounts,
        day=days,
        ends=st.tuples(accounts, accounts),
        of=st.tuples(funds, funds),
        crash=crashes,
    )
    def move(self, amount, day, ends, of, crash):
        transfer = Transfer(
            moved_on=day,
            amount=amount,
            from_account=account(ends[0]),
            to_account=account(ends[1]),
            from_fund=fund(of[0]),
            to_fund=fund(of[1]),
            purpose="Float",
        )
        self.do(lambda: record_transfer(transfer, recorded_by=None), crash)

    @rule(amount=amounts, day=days, paid_from=accounts, of=funds, crash=crashes)
    def spend(self, amount, day, paid_from, of, crash):
        expense = Expense(
            paid_on=day,
            payee="St. Mark’s",
            purpose="Rent",
            amount=amount,
            account=account("5000"),
            fund=fund(of),
            paid_from=account(paid_from),
        )
        self.do(lambda: record_expense(expense, recorded_by=None), crash)

    @rule(amount=amounts, day=days, into=accounts, of=funds, crash=crashes)
    def sell(self, amount, day, into, of, crash):
        income = OtherIncome(
            received_on=day,
            purpose="Books",
            amount=amount,
            account=account("4300"),
            fund=fund(of),
            paid_into=account(into),
        )
        self.do(lambda: record_other_income(income, recorded_by=None), crash)

    @rule(amount=amounts, day=days, of=funds, crash=crashes)
    def vote(self, amount, day, of, crash):
        voted = Distribution(
            voted_on=day, amount=amount, plan=SplitPlan.objects.get(), fund=fund(of)
        )
        self.do(lambda: vote_distribution(voted, recorded_by=None), crash)

    @rule(which=which, day=days, crash=crashes)
    def pay(self, which, day, crash):
        if share := self.one_of(DistributionShare, which):
            how = {"paid_on": day, "paid_from": account("1000"), "method": "transfer"}
            self.do(lambda: pay_share(share, recorded_by=None, **how), crash)

    @rule(crash=crashes)
    def close(self, crash):
        first = next_to_close()
        if first and add_months(first, 1) <= TODAY:
            month = ClosedMonth(first_on=first)
            how = {"today": TODAY, "closed_by": None}
            self.do(lambda: close_month(month, **how), crash)

    @rule(back=st.integers(0, 3), crash=crashes)
    def reopen(self, back, crash):
        closed = ClosedMonth.objects.closed().order_by("-first_on")[back : back + 1]
        for month in closed:
            self.do(lambda month=month: self._open(month), crash)

    def _open(self, month):
        ask_to_reopen(month, reason="A slip", asked_by=self.officers[0])
        confirm_reopening(month, confirmed_by=self.officers[1])
