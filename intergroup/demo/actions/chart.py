"""What the story calls by a code, a name or a number, as rows of the database."""

from collections.abc import Mapping
from dataclasses import dataclass

from intergroup.business.models import Motion
from intergroup.demo.actions.checking import save_all
from intergroup.registry.models import Group
from service.models import Committee
from treasury.models import Account, Fund

FUNDS = {"Literature": 30, "Events": 40, "Hospitals and institutions": 50}


@dataclass(frozen=True, slots=True)
class Chart:
    """Accounts by code, funds, committees by name, groups by number, motions by key."""

    accounts: Mapping[str, Account]
    funds: Mapping[str, Fund]
    groups: Mapping[int, Group]
    motions: Mapping[str, Motion]
    committees: Mapping[str, Committee]


def load_chart(groups: Mapping[int, Group], motions: Mapping[str, Motion]) -> Chart:
    """Add the Area’s own funds to the seeded ones, and return everything by name."""
    region = Account(code="6100", name="Passed on to the region", kind="expense")
    save_all(Account, [region])
    save_all(Fund, (Fund(name=name, order=order) for name, order in FUNDS.items()))
    return Chart(
        accounts={account.code: account for account in Account.objects.all()},
        funds={fund.name: fund for fund in Fund.objects.all()},
        groups=groups,
        motions=motions,
        committees={each.name: each for each in Committee.objects.all()},
    )
