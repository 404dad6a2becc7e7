"""What the Area has agreed on: policy, reserve, split plan, budget, recurring bills."""

from datetime import date

from intergroup.demo.actions.chart import Chart
from intergroup.demo.actions.checking import save_all
from intergroup.demo.agreed import (
    APPROVAL_LIMIT,
    BUDGET,
    INSURANCE_MORE,
    LEFT_OUT_OF_RESERVE,
    RECURRING,
    RESERVE_MONTHS,
)
from intergroup.demo.passing_on import PLAN, SHARES
from intergroup.demo.spending import KINDS
from intergroup.demo.story import Story
from intergroup.kit.dates import add_months
from intergroup.registry.models import User
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
    _load_budget(story, chart, recorded_by)
    _load_recurring(story, chart)


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


def _load_budget(story: Story, chart: Chart, recorded_by: User) -> None:
    """Save this year’s budget, adopted in January, and what a motion added to it."""
    begins_on = date(story.today.year, 1, 1)
    budget = Budget(begins_on=begins_on)
    save_all(Budget, [budget])
    lines = save_all(
        BudgetLine,
        (
            BudgetLine(
                budget=budget,
                account=chart.accounts[each.account],
                committee=chart.committees.get(each.committee),
                amount=each.amount,
            )
            for each in BUDGET
        ),
    )
    budget.adopted_on = min(begins_on.replace(day=14), story.today)
    budget.save(update_fields=["adopted_on"])
    _amend(lines, chart, recorded_by)


def _amend(lines: list[BudgetLine], chart: Chart, recorded_by: User) -> None:
    """Give insurance what its motion decided, if that was in the budget’s year."""
    motion = chart.motions["insurance"]
    decided_on = motion.meeting.held_on
    (insurance,) = (line for line in lines if line.account.code == "5800")
    if decided_on.year == insurance.budget.begins_on.year:
        amendment = BudgetAmendment(
            line=insurance,
            decided_on=decided_on,
            change=INSURANCE_MORE,
            motion=motion,
            recorded_by=recorded_by,
        )
        save_all(BudgetAmendment, [amendment])


def _load_recurring(story: Story, chart: Chart) -> None:
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
            committee=chart.committees.get(each.committee),
            next_on=following.replace(day=each.day),
        )
        rows.append(row)
    save_all(RecurringBill, rows)
