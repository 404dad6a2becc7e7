"""How fresh the listings are: who said when that theirs is right, and who was asked."""

from dataclasses import astuple, dataclass
from datetime import date

from django.db.models import Max, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.kit import dates, reports
from intergroup.kit.sheets import Table
from intergroup.registry.models import Directory, Group

AGES = (3, 6, 12, 24)


@dataclass(frozen=True, slots=True)
class Freshness:
    """One group on the roll; ``asked_on`` is the last question nobody has answered."""

    number: int
    name: str
    district: str
    verified_on: date | None
    asked_on: date | None


@dataclass(frozen=True, slots=True)
class Age:
    """Groups that said so in the last months, and not in those of the age before."""

    label: str
    groups: int


@dataclass(frozen=True, slots=True)
class VerificationState:
    """Every group on the roll, the one that was silent longest first."""

    on: date
    months: int
    groups: tuple[Freshness, ...]
    ages: tuple[Age, ...]
    to_ask: int

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "on": self.on.isoformat(),
            "to_ask": self.to_ask,
            "groups": [
                {
                    "number": each.number,
                    "name": each.name,
                    "district": each.district or None,
                    "verified_on": _iso(each.verified_on),
                    "asked_on": _iso(each.asked_on),
                }
                for each in self.groups
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each group, and one for each age."""
        header = (_("Number"), _("Group"), _("District"), _("Verified on"))
        rows = tuple(astuple(each) for each in self.groups)
        ages = tuple(astuple(each) for each in self.ages)
        return (
            Table(_("Listings"), (*header, _("Asked on")), rows),
            Table(_("By age"), (_("Said to be right"), _("Groups")), ages),
        )


@reports.report(
    "verification",
    title=gettext_lazy("State of the listings"),
    description=gettext_lazy(
        "When each group last said that its listing is right, and who was asked."
    ),
    order=120,
    asks="day",
    permission="registry.view_verification",
    template="registry/reports/verification.html",
)
def verification(on: date) -> VerificationState:
    """Return how long ago each group on the roll said: still right."""
    months = Directory.objects.current().verify_months
    groups = tuple(_freshness(group) for group in _on_the_roll(on))
    since = dates.add_months(on, -months)
    return VerificationState(
        on=on,
        months=months,
        groups=groups,
        ages=_ages(groups, on),
        to_ask=sum(not each.verified_on or each.verified_on < since for each in groups),
    )


def _on_the_roll(on: date) -> list[Group]:
    open_question = Q(
        verifications__answered_at__isnull=True, verifications__asked_on__lte=on
    )
    groups = Group.objects.on_the_roll().exclude(registered_on__gt=on)
    asked = Max("verifications__asked_on", filter=open_question)
    found = groups.select_related("district").annotate(asked_on=asked)
    return sorted(found, key=lambda each: (each.verified_on or date.min, each.number))


def _freshness(group: Group) -> Freshness:
    return Freshness(
        number=group.number,
        name=group.name,
        district=str(group.district or ""),
        verified_on=group.verified_on,
        asked_on=group.asked_on,
    )


def _ages(groups: tuple[Freshness, ...], on: date) -> tuple[Age, ...]:
    """Return how many groups said so how long ago; together they are all of them."""
    days = [each.verified_on for each in groups if each.verified_on]
    found, newer = [], None
    for months in AGES:
        since = dates.add_months(on, -months)
        there = [day for day in days if day >= since and (not newer or day < newer)]
        told = ngettext("in the last %d month", "in the last %d months", months)
        found.append(Age(told % months, len(there)))
        newer = since
    older = sum(day < newer for day in days)
    found.append(Age(_("longer ago"), older))
    found.append(Age(_("never"), len(groups) - len(days)))
    return tuple(found)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
