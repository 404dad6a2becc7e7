"""What a printed directory is to be: its order, its paper, and what stands in it."""

from dataclasses import asdict, dataclass
from typing import Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from intergroup.registry.publishing import PublishedMeeting

FAR = {"online", "phone"}  # nobody goes anywhere


class Order(TextChoices):
    """What the meetings are put under."""

    DAY = "day", _("By day")
    TOWN = "town", _("By town")
    GROUP = "group", _("By group")


class Form(TextChoices):
    """What is done with the paper."""

    PAGE = "page", _("Pages to read or to copy")
    LARGE = "large", _("Large print, 18 points")
    BOOKLET = "booklet", _("Booklet, folded in the middle and stapled")
    CARD = "card", _("Pocket card, one sheet folded twice")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody chose; ``pages`` 0 is as many as it takes, ``paper`` the body’s."""

    order: str = Order.DAY.value
    form: str = Form.PAGE.value
    paper: str = ""
    has_online: bool = True
    has_codes: bool = False
    has_notes: bool = False
    district: int | None = None
    region: str = ""
    pages: int = 0
    for_whom: str = ""
    site: str = ""

    @classmethod
    def of(cls, kept: dict[str, object]) -> Self:
        """Return the wishes that ``as_json`` kept, without what is not known now."""
        return cls(**{name: kept[name] for name in cls.__slots__ if name in kept})

    def as_json(self) -> dict[str, object]:
        """Return them as a print keeps them."""
        return asdict(self)

    def holds(self, meeting: PublishedMeeting) -> bool:
        """Tell whether a meeting is among those asked for."""
        if not self.has_online and meeting.attendance in FAR:
            return False
        district = meeting.group.district if meeting.group else None
        if self.district is not None and district != self.district:
            return False
        region = meeting.place.region if meeting.place else ""
        return not self.region or region == self.region
