"""What is usually handed on with a position: six points, in words for a volunteer.

Bodies write their own; these are offered where a position has none yet. What comes
first, and how it is put, depends on the kind of position, known by a word in its name.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from service.models import HandoverPoint, Position


class Kind(Enum):
    """A kind of position that hands on something of its own."""

    MONEY = auto()
    CHAIR = auto()
    RECORDS = auto()
    WEB = auto()
    OTHER = auto()


class Thing(Enum):
    """What changes hands."""

    BANK = auto()
    MAILBOX = auto()
    CUSTODIAN = auto()
    KEYS = auto()
    CALENDAR = auto()
    BINDER = auto()


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the list; ``how`` says where it is and what is to be done."""

    order: int
    title: str
    how: str


@transaction.atomic
def put_usual_points(position: Position) -> list[HandoverPoint]:
    """Put the usual points on a position’s list; nothing where it has points."""
    position = Position.objects.select_for_update(of=("self",)).get(pk=position.pk)
    if position.handover_points.exists():
        return []
    return HandoverPoint.objects.bulk_create(
        HandoverPoint(
            position=position, order=each.order, title=each.title, how=each.how
        )
        for each in usual_points(position.name)
    )


def usual_points(name: str) -> tuple[Point, ...]:
    """Return the usual points for a position of that name, in the order to do them."""
    kind = kind_of(name)
    return tuple(
        Point(10 * place, str(_TITLES[thing]), str(_how(kind, thing)))
        for place, thing in enumerate(_ORDERS[kind], start=1)
    )


def kind_of(name: str) -> Kind:
    """Return the kind of a position by its name, an alternate’s being the same.

    The chair of a committee is no chair of the body.
    """
    found = (kind for kind, words in _WORDS.items() if words.search(name))
    return next(found, Kind.OTHER)


def _how(kind: Kind, thing: Thing) -> Promise:
    return _OF_ITS_KIND.get((kind, thing), _USUALLY[thing])


_WORDS = {
    Kind.MONEY: re.compile(r"treasur", re.IGNORECASE),
    Kind.CHAIR: re.compile(
        r"^(?:(?:alternate|alt\.?|vice|co|deputy|assistant)[ -]?)?"
        r"chair(?:person|man|woman)?$",
        re.IGNORECASE,
    ),
    Kind.RECORDS: re.compile(r"secretar|registrar|records|archiv", re.IGNORECASE),
    Kind.WEB: re.compile(r"\bweb|\btech|phone|hotline|helpline", re.IGNORECASE),
}
_NAMED = {
    Kind.MONEY: "BANK CUSTODIAN MAILBOX BINDER KEYS CALENDAR",
    Kind.CHAIR: "BANK MAILBOX CUSTODIAN CALENDAR BINDER KEYS",
    Kind.RECORDS: "BINDER MAILBOX CUSTODIAN CALENDAR KEYS BANK",
    Kind.WEB: "CUSTODIAN MAILBOX CALENDAR BINDER KEYS BANK",
    Kind.OTHER: "MAILBOX CUSTODIAN CALENDAR BINDER KEYS BANK",
}
_ORDERS = {
    kind: [Thing[name] for name in names.split()] for kind, names in _NAMED.items()
}
_TITLES = {
    Thing.BANK: _("Bank mandate and signatories"),
    Thing.MAILBOX: _("Mailbox and its password"),
    Thing.CUSTODIAN: _("Who keeps the passwords"),
    Thing.KEYS: _("Keys"),
    Thing.CALENDAR: _("Calendar"),
    Thing.BINDER: _("Binder"),
}
_USUALLY = {
    Thing.BANK: _(
        "If you sign at the bank: go there together, or send its form, while you are "
        "still on the mandate. The new name is added before the old one is taken off. "
        "If you do not sign, say that there is none."
    ),
    Thing.MAILBOX: _(
        "Show the mailbox of the position, and what waits in it. Whoever takes it over "
        "changes the password on the same day, and the number or address by which a "
        "lost password is found again. Mail comes to the position, never to a person."
    ),
    Thing.CUSTODIAN: _(
        "Say who keeps the passwords of this position, and who holds the second copy "
        "in a closed envelope. Write down their position here, and never a password. "
        "Each is changed when it is handed on."
    ),
    Thing.KEYS: _(
        "Meeting room, cupboard, safe, post box: count them together. Say who else "
        "has one, and tell the landlord."
    ),
    Thing.CALENDAR: _(
        "Go through the year: what is done in which month, what others wait for, and "
        "what has been promised and is not done yet."
    ),
    Thing.BINDER: _(
        "The papers of the position, on paper or as files: guidelines, lists, what was "
        "tried and how it went. Everything comes from your own computer into it."
    ),
}
_OF_ITS_KIND = {
    (Kind.MONEY, Thing.BANK): _(
        "Go to the bank together with a second signatory, both of you, with the "
        "minutes of the election. The new name is added first, then the old one is "
        "taken off: who leaves without signing freezes the account. Then the cards, "
        "the checkbook, online banking and the payment apps."
    ),
    (Kind.CHAIR, Thing.BANK): _(
        "You are likely the second signature. Go to the bank together while you are "
        "still on the mandate, with the minutes of the election: the new name is added "
        "first, then the old one is taken off."
    ),
    (Kind.MONEY, Thing.CUSTODIAN): _(
        "Online banking, payment apps and the safe: say who keeps the codes, and who "
        "holds the second copy in a closed envelope; often the alternate chair. Write "
        "down their position here, and never a code. Each is changed on the day."
    ),
    (Kind.WEB, Thing.CUSTODIAN): _(
        "Web site, its address, telephone line and online rooms: say in whose name "
        "each is registered, when it has to be paid, and who keeps the password and "
        "the second copy. Write down positions here, and never a password."
    ),
    (Kind.MONEY, Thing.CALENDAR): _(
        "Go through the year: closing the month, rent and insurance, tax forms, the "
        "budget, the review of the books. Say what has been promised and is not paid."
    ),
    (Kind.CHAIR, Thing.CALENDAR): _(
        "Go through the year: business meetings and where the room is booked, "
        "elections, the budget, and what has been promised and is not done yet."
    ),
    (Kind.MONEY, Thing.BINDER): _(
        "Statements, receipts, contracts, insurance, the tax number, and the opening "
        "page for the next treasurer from this program. Nothing stays at home or on "
        "your own computer."
    ),
    (Kind.RECORDS, Thing.BINDER): _(
        "Minutes, the book of motions, guidelines, and lists of groups. Everything "
        "comes from your own computer into it; what holds telephones is counted, and "
        "old copies are shredded."
    ),
}
