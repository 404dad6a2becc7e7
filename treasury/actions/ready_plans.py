"""Split plans that others use, to start from: the percentages are group conscience."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

WORLD, AREA = _("World services"), _("Area")
DISTRICT, INTERGROUP, REGION = _("District"), _("Intergroup"), _("Region")
THIRD = "33.33"


@dataclass(frozen=True, slots=True)
class ReadyPlan:
    """A plan by its percentages; bodies call the recipients as they like."""

    key: str
    shares: tuple[tuple[str, Decimal], ...]

    @property
    def name(self) -> str:
        """Its percentages, as people call it."""
        return " / ".join(f"{part.normalize():f}" for _name, part in self.shares)


def _plan(key: str, *shares: tuple[str, str]) -> ReadyPlan:
    return ReadyPlan(key, tuple((name, Decimal(part)) for name, part in shares))


READY: dict[str, ReadyPlan] = {
    each.key: each
    for each in (
        _plan(
            "50-30-10-10",
            (INTERGROUP, "50.00"),
            (WORLD, "30.00"),
            (AREA, "10.00"),
            (DISTRICT, "10.00"),
        ),
        _plan("60-30-10", (INTERGROUP, "60.00"), (WORLD, "30.00"), (REGION, "10.00")),
        _plan("50-30-20", (DISTRICT, "50.00"), (AREA, "30.00"), (WORLD, "20.00")),
        _plan("40-30-30", (DISTRICT, "40.00"), (AREA, "30.00"), (WORLD, "30.00")),
        _plan("60-20-20", (DISTRICT, "60.00"), (AREA, "20.00"), (WORLD, "20.00")),
        _plan("thirds", (DISTRICT, "33.34"), (AREA, THIRD), (WORLD, THIRD)),
    )
}
