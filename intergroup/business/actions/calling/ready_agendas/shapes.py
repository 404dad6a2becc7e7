"""What a ready-made order of business is made of. Nothing here reads the database."""

from dataclasses import dataclass

from intergroup.business.models import ItemKind


@dataclass(frozen=True, slots=True)
class ReadyItem:
    """One line: what it is, its kind, the position that leads it, its minutes."""

    title: str
    kind: str = ItemKind.OTHER
    led_by: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ReadyAgenda:
    """An order of business that bodies of one kind usually have."""

    slug: str
    name: str
    description: str
    items: tuple[ReadyItem, ...]
