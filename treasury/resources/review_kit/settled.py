"""What was settled in the period: statements, closed months, presented reports."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from treasury.models import ClosedMonth, PresentedReport, Statement, Voucher


def statements(period: Period) -> Table:
    """Return each statement with what it says, and whether it was reconciled."""
    rows = Statement.objects.filter(ends_on__range=(period.first, period.last))
    rows = rows.select_related("account", "reconciled_by__person")
    header = (
        *(_("Account"), _("Up to"), _("Balance"), _("Kind"), _("Reconciled at")),
        _("Reconciled by"),
    )
    written = tuple(
        (
            *(each.account.name, each.ends_on, each.closing, each.get_kind_display()),
            *(each.reconciled_at, _name(each.reconciled_by)),
        )
        for each in rows.order_by("account__code", "ends_on")
    )
    return Table(_("Statements"), header, written)


def months(period: Period) -> Table:
    """Return the months that were closed, and opened again, and by whom."""
    rows = ClosedMonth.objects.filter(first_on__range=(period.first, period.last))
    rows = rows.select_related(
        "closed_by__person", "reopen_asked_by__person", "reopened_by__person"
    )
    header = (
        *(_("Month"), _("Closed at"), _("Closed by"), _("Explanation")),
        *(_("Opened again at"), _("Asked by"), _("Agreed by"), _("Reason")),
    )
    written = tuple(
        (
            *(str(each), each.closed_at, _name(each.closed_by), each.explanation),
            *(each.reopened_at, _name(each.reopen_asked_by)),
            *(_name(each.reopened_by), each.reopen_reason),
        )
        for each in rows.order_by("first_on", "pk")
    )
    return Table(_("Closed months"), header, written)


def _name(user: object) -> str:
    return user.shown_name if user else ""


REGISTERS = {"statements": statements, "closed-months": months}


def presented(period: Period) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each report as it was presented."""
    rows = PresentedReport.objects.filter(
        first_on__gte=period.first, last_on__lte=period.last
    )
    for each in rows.order_by("pk").iterator(chunk_size=1):
        yield f"{each.last_on}-{each.status}-{each.pk}.pdf", bytes(each.pdf)


ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


def vouchers(period: Period) -> Iterator[tuple[str, bytes]]:
    """Yield the papers of the bills and payments, named after what they prove."""
    days = (period.first, period.last)
    of_bills = Voucher.objects.filter(bill__requested_on__range=days)
    for each in of_bills.order_by("bill", "pk").iterator(chunk_size=1):
        yield _file(f"bill-{each.bill_id}", each), bytes(each.content)
    of_payments = Voucher.objects.filter(expense__paid_on__range=days)
    of_payments = of_payments.select_related("expense__entry")
    for each in of_payments.order_by("expense", "pk").iterator(chunk_size=1):
        name = f"payment-entry-{each.expense.entry.number}"
        yield _file(name, each), bytes(each.content)


def _file(name: str, voucher: Voucher) -> str:
    return f"{name}-{voucher.pk}.{ENDINGS[voucher.kind]}"
