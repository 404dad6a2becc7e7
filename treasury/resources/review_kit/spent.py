"""The registers of what went out: payments, bills and who approved them, checks."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from treasury.models import Bill, Distribution, Expense, Transfer, VoidCheque


def payments(period: Period) -> Table:
    """Return every payment and void, with its bill, motion and vouchers."""
    rows = Expense.objects.within(period.first, period.last).select_related(
        *("account", "fund", "paid_from", "committee", "authorised_by"),
        *("entry", "bill", "reverses__entry"),
    )
    rows = rows.prefetch_related("vouchers", "bill__vouchers")
    header = (
        *(_("Paid on"), _("Paid to"), _("For"), _("Amount"), _("Kind"), _("Fund")),
        *(_("Committee"), _("From"), _("Check"), _("Reference"), _("Motion")),
        *(_("Bill"), _("Vouchers"), _("Takes back entry"), _("Entry")),
    )
    written = tuple(
        (
            *(each.paid_on, each.payee, each.purpose, each.amount),
            *(each.account.name, each.fund.name, str(each.committee or "")),
            *(each.paid_from.name, each.cheque_number, each.reference),
            *(_motion(each), each.bill_id, _vouchers(each)),
            each.reverses.entry.number if each.reverses else "",
            each.entry.number,
        )
        for each in rows.order_by("paid_on", "pk")
    )
    return Table(_("Payments"), header, written)


def _motion(row: Expense | Bill) -> str:
    return row.authorised_by.number if row.authorised_by else ""


def _vouchers(expense: Expense) -> int:
    mine = len(expense.vouchers.all())
    return mine + (len(expense.bill.vouchers.all()) if expense.bill else 0)


def bills(period: Period) -> Table:
    """Return what was asked for, who approved it, and what became of it."""
    rows = Bill.objects.filter(requested_on__range=(period.first, period.last))
    rows = rows.select_related("account", "authorised_by", "requested_by__person")
    rows = rows.prefetch_related("approvals__approved_by__person")
    header = (
        *(_("Bill"), _("Requested on"), _("Requested by"), _("Paid to"), _("For")),
        *(_("Amount"), _("Kind"), _("Motion"), _("Approvals needed")),
        *(_("Approved by"), _("Declined on"), _("Reason")),
    )
    written = tuple(
        (
            *(each.pk, each.requested_on, _who(each.requested_by), each.payee),
            *(each.purpose, each.amount, each.account.name, _motion(each)),
            *(each.approvals_needed, _approvals(each), each.declined_on),
            each.declined_because,
        )
        for each in rows.order_by("requested_on", "pk")
    )
    return Table(_("Bills"), header, written)


def _who(user: object) -> str:
    return user.shown_name if user else ""


def _approvals(bill: Bill) -> str:
    return "; ".join(
        f"{_who(each.approved_by)} {date_format(each.approved_at, 'Y-m-d')}"
        for each in bill.approvals.all()
    )


def checks(period: Period) -> Table:
    """Return every check number of the period’s accounts, paid, void or spoiled."""
    paid = Expense.objects.within(period.first, period.last).filter(
        cheque_number__isnull=False, reverses__isnull=True
    )
    numbers = [
        (
            *(each.paid_from.name, each.cheque_number, each.paid_on),
            *(each.payee, each.amount, _("void") if each.taken_back else ""),
        )
        for each in paid.select_related("paid_from", "reversed_by").annotate(
            taken_back=Q(reversed_by__isnull=False)
        )
    ]
    spoiled = VoidCheque.objects.filter(voided_on__range=(period.first, period.last))
    numbers += [
        (each.account.name, each.number, each.voided_on, "", "", each.reason)
        for each in spoiled.select_related("account")
    ]
    header = (
        *(_("Account"), _("Check"), _("Day"), _("Paid to"), _("Amount")),
        _("Void"),
    )
    by_number = sorted(numbers, key=lambda row: (row[0], row[1]))
    return Table(_("Checks"), header, tuple(by_number))


def passed_on(period: Period) -> Table:
    """Return what was voted to be passed on, share by share."""
    rows = Distribution.objects.filter(voted_on__range=(period.first, period.last))
    rows = rows.select_related("plan", "motion", "entry").prefetch_related("shares")
    header = (
        *(_("Voted on"), _("Plan"), _("Motion"), _("To"), _("Per cent")),
        *(_("Amount"), _("Entry")),
    )
    written = tuple(
        (
            *(each.voted_on, each.plan.name),
            *(each.motion.number if each.motion else "", share.recipient),
            *(share.percent, share.amount, each.entry.number),
        )
        for each in rows.order_by("voted_on", "pk")
        for share in each.shares.all()
    )
    return Table(_("Passed on"), header, written)


def transfers(period: Period) -> Table:
    """Return what was moved between accounts and funds."""
    rows = Transfer.objects.filter(moved_on__range=(period.first, period.last))
    rows = rows.select_related(
        "from_account", "to_account", "from_fund", "to_fund", "entry"
    )
    header = (
        *(_("Moved on"), _("For"), _("Amount"), _("From account"), _("To account")),
        *(_("From fund"), _("To fund"), _("Entry")),
    )
    written = tuple(
        (
            *(each.moved_on, each.purpose, each.amount, each.from_account.name),
            *(each.to_account.name, each.from_fund.name, each.to_fund.name),
            each.entry.number,
        )
        for each in rows.order_by("moved_on", "pk")
    )
    return Table(_("Transfers"), header, written)


REGISTERS = {
    "payments": payments,
    "bills": bills,
    "checks": checks,
    "passed-on": passed_on,
    "transfers": transfers,
}
