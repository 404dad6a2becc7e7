"""The ledger: entries and postings, append-only, balanced in every fund, sealed.

An entry is written as a draft with its postings and posted by one UPDATE, which the
database’s own guards check (``treasury/guards.py``). A posted entry never changes; a
mistake is undone by its mirror image. Positive is debit, into the account; negative is
credit, out of it. Only ``treasury/actions/posting.py`` writes here.
"""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account, Fund


class EntryQuerySet(models.QuerySet["Entry"]):
    """Named readings of the ledger’s entries."""

    def posted(self) -> Self:
        """Entries that are in the books."""
        return self.filter(status=Entry.Status.POSTED)

    def drafts(self) -> Self:
        """Entries that are not in the books: none, but while they are written."""
        return self.filter(status=Entry.Status.DRAFT)

    def in_order(self) -> Self:
        """Posted entries by number, as they were sealed."""
        return self.posted().order_by("number")

    def last_seal(self) -> str:
        """Return the seal of the last entry, or nothing before there is one."""
        seals = self.in_order().values_list("seal", flat=True)
        return seals.last() or ""


class Entry(models.Model):
    """One balanced bookkeeping entry, numbered without gaps and sealed when posted."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        POSTED = "posted", _("Posted")

    number = models.PositiveBigIntegerField(_("number"), unique=True, null=True)
    dated = models.DateField(_("dated"), db_index=True)
    memo = models.CharField(_("memo"), max_length=255)
    status = models.CharField(
        _("status"), max_length=6, choices=Status, default=Status.DRAFT
    )
    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="reversed_by",
        null=True,
        verbose_name=_("reverses"),
    )
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="entries_posted",
        null=True,
        verbose_name=_("posted by"),
        help_text=_("Empty: by a command on the server."),
    )
    posted_at = models.DateTimeField(_("posted at"), null=True)
    seal = models.CharField(_("seal"), max_length=64, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["-number"]
        indexes = [
            models.Index(
                fields=["status"],
                condition=Q(status="draft"),
                name="treasury_entry_drafts",
            ),
            models.Index(
                fields=["dated"],
                condition=Q(reverses__isnull=False),
                name="treasury_entry_reversals",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status="draft", number__isnull=True, posted_at__isnull=True, seal=""
                )
                | Q(status="posted", number__isnull=False, posted_at__isnull=False)
                & ~Q(seal=""),
                name="treasury_entry_posted_is_numbered_and_sealed",
                violation_error_message=_("A posted entry has a number and a seal."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number or '–'} {self.memo}"


class PostingQuerySet(models.QuerySet["Posting"]):
    """Named readings of the ledger’s lines; drafts never have a say."""

    def posted(self) -> Self:
        """Lines of entries that are in the books."""
        return self.filter(entry__status=Entry.Status.POSTED)

    def up_to(self, day: date) -> Self:
        """Lines dated on ``day`` or before."""
        return self.filter(dated__lte=day)

    def within(self, first: date, last: date) -> Self:
        """Lines dated from ``first`` to ``last``, both included."""
        return self.filter(dated__range=(first, last))


class Posting(models.Model):
    """One line of an entry: so much into (+) or out of (−) one account of one fund.

    ``dated`` repeats the entry’s date, held equal by the guards, so that a report
    reads one index.
    """

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="postings", verbose_name=_("entry")
    )
    dated = models.DateField(_("dated"))
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="postings",
        db_index=False,
        verbose_name=_("account"),
    )
    fund = models.ForeignKey(
        Fund,
        models.PROTECT,
        related_name="postings",
        db_index=False,
        verbose_name=_("fund"),
    )
    amount = MoneyField(_("amount"))

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ["entry", "pk"]
        indexes = [
            models.Index(
                fields=["account", "fund", "dated", "amount"],
                name="treasury_posting_by_account",
            ),
            models.Index(
                fields=["dated", "account", "fund", "amount"],
                name="treasury_posting_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(amount=0),
                name="treasury_posting_is_not_zero",
                violation_error_message=_("Every line needs an amount."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.amount}"
