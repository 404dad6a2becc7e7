"""Who speaks for which group on a day, and which groups nobody speaks for."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.sheets import Table
from intergroup.registry.models import Group, Representative


@dataclass(frozen=True, slots=True)
class Spoken:
    """One group, who speaks for it, since when; empty where nobody does."""

    number: int
    name: str
    district: str
    representative: str
    since: date | None
    alternate: str


@dataclass(frozen=True, slots=True)
class OfDistrict:
    """How many groups of a district have a representative, and an alternate."""

    district: str
    groups: int
    with_one: int
    with_alternate: int

    @property
    def vacant(self) -> int:
        """Groups without a representative."""
        return self.groups - self.with_one


@dataclass(frozen=True, slots=True)
class Representation:
    """Every group on the roll, and who speaks for it on a day."""

    on: date
    groups: tuple[Spoken, ...]
    districts: tuple[OfDistrict, ...]

    @property
    def vacant(self) -> tuple[Spoken, ...]:
        """The groups that nobody speaks for."""
        return tuple(each for each in self.groups if not each.representative)

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "on": self.on.isoformat(),
            "vacant": len(self.vacant),
            "groups": [
                {
                    "number": each.number,
                    "name": each.name,
                    "district": each.district or None,
                    "representative": each.representative or None,
                    "since": each.since.isoformat() if each.since else None,
                    "alternate": each.alternate or None,
                }
                for each in self.groups
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each group, and one for each district."""
        header = (_("Number"), _("Group"), _("District"))
        header += (_("Representative"), _("Since"), _("Alternate"))
        rows = tuple(astuple(each) for each in self.groups)
        counted = (_("District"), _("Groups"), _("Represented"))
        counted += (_("With an alternate"), _("Vacant"))
        totals = tuple((*astuple(each), each.vacant) for each in self.districts)
        return (
            Table(_("Representatives"), header, rows),
            Table(_("By district"), counted, totals),
        )


@reports.report(
    "representatives",
    title=gettext_lazy("Representatives"),
    description=gettext_lazy("Who speaks for each group, and which have nobody."),
    order=110,
    asks="day",
    permission="registry.view_representative",
    template="registry/reports/representatives.html",
)
def representatives(on: date) -> Representation:
    """Return who speaks for the groups of the roll on ``on``, by number."""
    serving = Representative.objects.serving_on(on).select_related("person")
    groups = Group.objects.on_the_roll().exclude(registered_on__gt=on)
    groups = groups.select_related("district").prefetch_related(
        Prefetch("representatives", serving.order_by("began_on", "pk"), "serving")
    )
    found = tuple(_spoken(group) for group in groups.order_by("number"))
    return Representation(on=on, groups=found, districts=_by_district(found))


def _spoken(group: Group) -> Spoken:
    first = [each for each in group.serving if not each.is_alternate]
    others = [each for each in group.serving if each.is_alternate]
    return Spoken(
        number=group.number,
        name=group.name,
        district=str(group.district or ""),
        representative=", ".join(str(each.person) for each in first),
        since=first[0].began_on if first else None,
        alternate=", ".join(str(each.person) for each in others),
    )


def _by_district(groups: Iterable[Spoken]) -> tuple[OfDistrict, ...]:
    found: dict[str, list[Spoken]] = {}
    for each in groups:
        found.setdefault(each.district, []).append(each)
    return tuple(
        OfDistrict(
            district=district,
            groups=len(there),
            with_one=sum(bool(each.representative) for each in there),
            with_alternate=sum(bool(each.alternate) for each in there),
        )
        for district, there in sorted(found.items(), key=_by_number)
    )


def _by_number(found: tuple[str, object]) -> tuple[bool, int, str]:
    """Sort districts by their number, and those without one last."""
    district = found[0]
    number = district.split(" ")[0]
    return (not district, int(number) if number.isdigit() else 0, district)
