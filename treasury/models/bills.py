"""Bills: asked for, approved, paid; and the papers that prove them."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import MoneyField
from intergroup.registry.models import User
from service.models import Committee, Position, Term
from treasury.models.accounts import Account, Fund


class Asked(models.Model):
    """What a bill and a recurring bill have in common."""

    payee = models.CharField(
        _("paid to"),
        max_length=80,
        help_text=_(
            "A business or a position, such as Secretary. Never a person’s name."
        ),
    )
    purpose = models.CharField(_("for"), max_length=160)
    amount = MoneyField(_("amount"))
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("kind of expense"),
        limit_choices_to={"kind": Account.Kind.EXPENSE, "closed_on": None},
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="%(class)ss", verbose_name=_("fund")
    )
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name=_("committee"),
    )
    position = models.ForeignKey(
        Position,
        models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name=_("paid back to"),
        help_text=_("The position that is paid back, if any: it does not approve."),
    )
    authorised_by = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name=_("authorised by"),
    )

    class Meta:
        abstract = True


LIVE = Q(payments__reverses__isnull=True, payments__reversed_by__isnull=True)


class RecurringBillQuerySet(models.QuerySet["RecurringBill"]):
    """Named readings of the recurring bills."""

    def has_come(self, day: date) -> Self:
        """Recurring bills to be asked for by ``day``."""
        goes_on = Q(ends_on__isnull=True) | Q(ends_on__gt=F("next_on"))
        return self.filter(goes_on, next_on__lte=day)


class RecurringBill(Asked):
    """A bill that comes again every so many months: rent, the web site."""

    next_on = models.DateField(_("next on"))
    every_months = models.PositiveSmallIntegerField(
        _("every so many months"), default=1
    )
    ends_on = models.DateField(
        _("ends on"),
        null=True,
        blank=True,
        help_text=_("From this day on it does not come again."),
    )

    objects = RecurringBillQuerySet.as_manager()

    class Meta:
        verbose_name = _("recurring bill")
        verbose_name_plural = _("recurring bills")
        ordering = ["next_on", "payee"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="treasury_recurringbill_is_above_zero",
                violation_error_message=_("A bill is more than zero."),
            ),
            models.CheckConstraint(
                condition=Q(every_months__range=(1, 24)),
                name="treasury_recurringbill_comes_again",
                violation_error_message=_("It comes every 1 to 24 months."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payee}: {self.purpose}"

    def has_come(self, day: date) -> bool:
        """Tell whether it is to be asked for by ``day``."""
        return self.next_on <= day and (not self.ends_on or self.next_on < self.ends_on)


class BillQuerySet(models.QuerySet["Bill"]):
    """Named readings of the bills."""

    def with_state(self) -> Self:
        """Annotate ``approvals_given``, ``is_paid`` and ``state``."""
        this = self.model.objects.filter(pk=OuterRef("pk")).order_by()
        counted = this.annotate(given=Count("approvals")).values("given")
        return self.annotate(
            approvals_given=Subquery(counted),
            is_paid=Exists(this.filter(LIVE, payments__isnull=False)),
        ).annotate(state=_state())

    def open(self) -> Self:
        """Bills that were neither paid nor declined; a void payment pays nothing."""
        paid = self.model.objects.filter(LIVE, payments__isnull=False)
        return self.filter(declined_on__isnull=True).exclude(pk__in=paid.values("pk"))

    def approved_unpaid(self) -> Self:
        """Bills that enough people approved, and that wait to be paid."""
        return self.with_state().filter(state=Bill.State.APPROVED)

    def paying_back(self, user: User, *, day: date) -> Self:
        """Bills for a position that ``user`` holds, on ``day`` or when it was asked."""
        own = Term.objects.filter(person=user.person_id, position=OuterRef("position"))
        asked_on = OuterRef("requested_on")
        return self.filter(
            Exists(own.serving_on(day)) | Exists(own.serving_on(asked_on))
        )

    def waiting_for(self, user: User, *, day: date) -> Self:
        """Bills that ``user`` may approve on ``day``; none for one who may not."""
        if not user.has_perm("treasury.add_approval"):
            return self.none()
        waiting = [Bill.State.REQUESTED, Bill.State.PARTLY]
        return (
            self.with_state()
            .filter(state__in=waiting)
            .exclude(approvals__approved_by=user)
            .exclude(pk__in=self.model.objects.paying_back(user, day=day))
        )


class Bill(Asked):
    """Money that somebody asks the body to pay: a bill, or costs to be paid back."""

    class Kind(models.TextChoices):
        BILL = "bill", _("A bill")
        REIMBURSEMENT = "reimbursement", _("Costs to be paid back")
        ADVANCE = "advance", _("An advance")

    class State(models.TextChoices):
        REQUESTED = "requested", _("Requested")
        PARTLY = "partly", _("Approved by one of two")
        APPROVED = "approved", _("Approved")
        PAID = "paid", _("Paid")
        DECLINED = "declined", _("Declined")

    requested_on = models.DateField(_("requested on"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.BILL)
    pay_by = models.DateField(_("to be paid by"), null=True, blank=True)
    recurring = models.ForeignKey(
        RecurringBill,
        models.PROTECT,
        related_name="bills",
        null=True,
        editable=False,
        verbose_name=_("recurring bill"),
    )
    approvals_needed = models.PositiveSmallIntegerField(
        _("approvals needed"), default=1, editable=False
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="bills_requested",
        null=True,
        editable=False,
        verbose_name=_("requested by"),
    )
    declined_on = models.DateField(_("declined on"), null=True, editable=False)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="bills_declined",
        null=True,
        editable=False,
        verbose_name=_("declined by"),
    )
    declined_because = models.CharField(
        _("reason"), max_length=200, blank=True, editable=False
    )

    objects = BillQuerySet.as_manager()

    class Meta:
        verbose_name = _("bill")
        verbose_name_plural = _("bills")
        ordering = ["-requested_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="treasury_bill_is_above_zero",
                violation_error_message=_("A bill is more than zero."),
            ),
            models.UniqueConstraint(
                fields=["recurring", "requested_on"],
                condition=Q(recurring__isnull=False),
                name="treasury_bill_recurs_once_a_day",
                violation_error_message=_("This bill is here already."),
            ),
            models.CheckConstraint(
                condition=Q(approvals_needed__range=(1, 2)),
                name="treasury_bill_needs_one_or_two",
                violation_error_message=_("One or two people approve a bill."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payee}: {self.purpose}"


def _state() -> Case:
    """Return the state of a bill, from what ``with_state`` annotates."""
    states = Bill.State
    return Case(
        When(declined_on__isnull=False, then=Value(states.DECLINED)),
        When(is_paid=True, then=Value(states.PAID)),
        When(approvals_given__gte=F("approvals_needed"), then=Value(states.APPROVED)),
        When(approvals_given__gt=0, then=Value(states.PARTLY)),
        default=Value(states.REQUESTED),
        output_field=models.CharField(),
    )


class Approval(models.Model):
    """One person’s yes to a bill; each gives it once, and the payee never."""

    bill = models.ForeignKey(
        Bill, models.PROTECT, related_name="approvals", verbose_name=_("bill")
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="approvals",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), auto_now_add=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["bill", "approved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["bill", "approved_by"],
                name="treasury_approval_once_each",
                violation_error_message=_("You have approved this bill already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.bill_id}"
