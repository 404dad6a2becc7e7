"""Passing on: voted by the split plan, and paid share by share."""

from collections.abc import Iterable

from intergroup.demo.actions.chart import Chart
from intergroup.demo.passing_on import Passed
from intergroup.registry.models import User
from treasury.actions.distributing import vote_distribution
from treasury.actions.paying import pay_share
from treasury.models import Distribution, SplitPlan


def pass_on(voted: Iterable[Passed], chart: Chart, *, recorded_by: User) -> None:
    """Record each vote; pay its shares by bank transfer where they were paid."""
    for each in voted:
        distribution = Distribution(
            voted_on=each.voted_on,
            amount=each.amount,
            plan=SplitPlan.objects.in_force(each.voted_on).get(),
            fund=chart.funds["Operating"],
            motion=chart.motions.get(each.motion),
        )
        vote_distribution(distribution, recorded_by=recorded_by)
        for share in distribution.shares.all() if each.paid_on else ():
            pay_share(
                share,
                paid_on=each.paid_on,
                paid_from=chart.accounts["1000"],
                method="transfer",
                recorded_by=recorded_by,
            )
