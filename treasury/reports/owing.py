"""What the body has promised and not yet paid: voted, approved, to be given back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from intergroup.kit.money import plain, total
from intergroup.kit.sheets import Table
from treasury.models import Bill, DistributionShare, Expense, OutsideOffer


@dataclass(frozen=True, slots=True)
class Owed:
    """One promise: since when, to whom, what for, by which motion, how much."""

    since: date
    to: str
    purpose: str
    motion: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Owing:
    """What is open on a day; ``other`` is owed in the books and is none of these.

    An approved bill is no liability of the books: it is an expense when it is paid.
    """

    voted: tuple[Owed, ...]
    bills: tuple[Owed, ...]
    returns: tuple[Owed, ...]
    other: Decimal

    @property
    def lines(self) -> tuple[Owed, ...]:
        """All of them, one kind after the other."""
        return (*self.voted, *self.bills, *self.returns)

    @property
    def total(self) -> Decimal:
        """All of them together, with what else the books say is owed."""
        return total(each.amount for each in self.lines) + self.other

    def as_json(self) -> dict:
        """Return the three lists and their sum."""
        return {
            "voted": [_as_json(each) for each in self.voted],
            "bills": [_as_json(each) for each in self.bills],
            "to_return": [_as_json(each) for each in self.returns],
            "other": plain(self.other),
            "total": plain(self.total),
        }

    def as_table(self) -> Table:
        """Return one table of all."""
        header = (_("Since"), _("To"), _("For"), _("Motion"), _("Amount"))
        if not self.total:
            return Table(_("Promised and not yet paid"), header, ())
        rows = [(e.since, e.to, e.purpose, e.motion, e.amount) for e in self.lines]
        if self.other:
            rows.append(("", _("Other, in the books"), "", "", self.other))
        foot = ("", _("Total"), "", "", self.total)
        return Table(_("Promised and not yet paid"), header, (*rows, foot))


def owing(day: date, *, booked: Decimal) -> Owing:
    """Return what is promised and not yet paid at the end of ``day``.

    ``booked`` is what the books owe that day; what is not told by the lists is other.
    """
    voted, returns = _voted(day), _returns(day)
    told = total(each.amount for each in (*voted, *returns))
    return Owing(voted, _bills(day), returns, other=booked - told)


def _voted(day: date) -> tuple[Owed, ...]:
    """Return the shares of live distributions that nothing had paid by then."""
    live = Q(distribution__reversed_by__isnull=True) | Q(
        distribution__reversed_by__voted_on__gt=day
    )
    rows = (
        DistributionShare.objects.filter(live, distribution__voted_on__lte=day)
        .filter(distribution__reverses__isnull=True)
        .exclude(Exists(_paid(day).filter(share=OuterRef("pk"))))
        .select_related("distribution__motion")
        .order_by("distribution__voted_on", "pk")
    )
    return tuple(
        Owed(
            since=each.distribution.voted_on,
            to=each.recipient,
            purpose=_("Passed on, as voted"),
            motion=_number(each.distribution.motion),
            amount=each.amount,
        )
        for each in rows
    )


def _bills(day: date) -> tuple[Owed, ...]:
    """Return the bills that everybody needed had approved, and nothing had paid."""
    by_then = Count("approvals", filter=Q(approvals__approved_at__date__lte=day))
    open_then = Q(declined_on__isnull=True) | Q(declined_on__gt=day)
    rows = (
        Bill.objects.filter(open_then, requested_on__lte=day)
        .exclude(Exists(_paid(day).filter(bill=OuterRef("pk"))))
        .annotate(approved=by_then)
        .filter(approved__gte=F("approvals_needed"))
        .select_related("authorised_by")
        .order_by("requested_on", "pk")
    )
    return tuple(
        Owed(
            since=each.requested_on,
            to=each.payee,
            purpose=each.purpose,
            motion=_number(each.authorised_by),
            amount=each.amount,
        )
        for each in rows
    )


def _returns(day: date) -> tuple[Owed, ...]:
    """Return what came from outside the fellowship and had not gone back."""
    still = Q(returned_on__isnull=True) | Q(returned_on__gt=day)
    rows = OutsideOffer.objects.filter(
        still, offered_on__lte=day, entry__isnull=False
    ).order_by("offered_on", "pk")
    words = _("To be returned: we accept nothing from outside")
    return tuple(
        Owed(each.offered_on, each.offered_by, words, "", each.amount) for each in rows
    )


def _paid(day: date) -> object:
    """Return the payments made by then, and not taken back by then."""
    taken_back = Q(reversed_by__isnull=False, reversed_by__paid_on__lte=day)
    made = Expense.objects.filter(paid_on__lte=day, reverses__isnull=True)
    return made.exclude(taken_back)


def _number(motion: object) -> str:
    return motion.number if motion else ""


def _as_json(each: Owed) -> dict[str, str]:
    return {
        "since": each.since.isoformat(),
        "to": each.to,
        "for": each.purpose,
        "motion": each.motion,
        "amount": plain(each.amount),
    }
