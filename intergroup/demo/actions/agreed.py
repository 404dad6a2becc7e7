"""What the Area has agreed on: policy, reserve, split plan, budget, recurring bills."""

from datetime import date

from intergroup.demo.actions.chart import Chart
from intergroup.demo.actions.checking import save_all
from intergroup.demo.agreed import (
    APPROVAL_LIMIT,
    BUDGET,
    LEFT_OUT_OF_RESERVE,
    LITERATURE_MORE,
    RECURRING,
    RESERVE_MONTHS,
)
from intergroup.demo.passing_on import PLAN, SHARES
from intergroup.demo.spending import KINDS
from intergroup.demo.story import Story
from intergroup.kit.dates import add_months
from intergroup.registry.models import User
from service.models import Committee
from treasury.models import (
    Budget,
    BudgetAmendment,
    BudgetLine,
    Policy,
    RecurringBill,
    ReserveRule,
    SplitPlan,
    SplitShare,
)


def load_agreed(story: Story, chart: Chart, *, recorded_by: User) -> None:
    """Save the limits, the rule of the reserve, the plan, the budget, what recurs."""
    save_all(Policy, [Policy(pk=1, approval_limit=APPROVAL_LIMIT)])
    _load_reserve(story, chart)
    _load_plan(story, chart)
    committees = {each.name: each for each in Committee.objects.all()}
    _load_budget(story, chart, committees, recorded_by)
    _load_recurring(story, chart, committees)


def _load_reserve(story: Story, chart: Chart) -> None:
    rule = ReserveRule(
        effective_on=story.months[0],
        kind=ReserveRule.Kind.MONTHS,
        months=RESERVE_MONTHS,
    )
    save_all(ReserveRule, [rule])
    rule.leaves_out.set([chart.accounts[code] for code in LEFT_OUT_OF_RESERVE])


def _load_plan(story: Story, chart: Chart) -> None:
    (plan,) = save_all(SplitPlan, [SplitPlan(name=PLAN, effective_on=story.months[0])])
    shares = (
        SplitShare(
            plan=plan, recipient=to, account=chart.accounts[code], percent=percent
        )
        for to, code, percent in SHARES
    )
    save_all(SplitShare, shares)


def _load_budget(
    story: Story, chart: Chart, committees: dict[str, Committee], recorded_by: User
) -> None:
    """Save this year’s budget, adopted in January, and what a motion added to it."""
    begins_on = date(story.today.year, 1, 1)
    budget = Budget(begins_on=begins_on, adopted_on=begins_on.replace(day=14))
    save_all(Budget, [budget])
    lines = save_all(
        BudgetLine,
        (
            BudgetLine(
                budget=budget,
                account=chart.accounts[each.account],
                committee=committees.get(each.committee),
                amount=each.amount,
            )
            for each in BUDGET
        ),
    )
    (literature,) = (line for line in lines if line.account.code == "5300")
    amendment = BudgetAmendment(
        line=literature,
        decided_on=min(begins_on.replace(month=3, day=10), story.today),
        change=LITERATURE_MORE,
        motion=chart.motions["insurance"],
        recorded_by=recorded_by,
    )
    save_all(BudgetAmendment, [amendment])


def _load_recurring(
    story: Story, chart: Chart, committees: dict[str, Committee]
) -> None:
    following = add_months(story.months[-1], 1)
    rows = []
    for each in RECURRING:
        account, payee, purpose = KINDS[each.kind]
        row = RecurringBill(
            payee=payee,
            purpose=purpose,
            amount=each.amount,
            account=chart.accounts[account],
            fund=chart.funds["Operating"],
            committee=committees.get(each.committee),
            next_on=following.replace(day=each.day),
        )
        rows.append(row)
    save_all(RecurringBill, rows)
