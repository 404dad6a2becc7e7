"""Saying later from whom a contribution came: what was recorded stays as it was."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.models import Account, Contribution, Entry, Identification

Source, Purpose = Contribution.Source, Account.Purpose

INCOME = {
    Source.GROUP: Purpose.GROUP_CONTRIBUTIONS,
    Source.MEMBER: Purpose.MEMBER_CONTRIBUTIONS,
    Source.BIRTHDAY: Purpose.BIRTHDAY,
    Source.BASKET: Purpose.BASKET,
    Source.EVENT: Purpose.EVENTS,
    Source.UNIDENTIFIED: Purpose.UNIDENTIFIED,
}


@transaction.atomic
def identify_contribution(
    identification: Identification, *, identified_by: User | None
) -> None:
    """Save an unsaved identification, which has its contribution, source or group, day.

    Its entry moves the whole amount from “not yet identified” to the group on that
    day. Raises ValidationError: ``not_waiting``, ``before_it_came``, what a form would
    refuse, and a closed month.
    """
    hold_the_books()
    contribution = identification.contribution
    _check_waiting(contribution)
    if identification.identified_on < contribution.received_on:
        message = _("It cannot be identified before it was received.")
        error = ValidationError(message, code="before_it_came")
        raise ValidationError({"identified_on": error})
    identification.amount = contribution.amount
    identification.identified_by = identified_by
    identification.full_clean(exclude=["entry"])
    identification.entry = _post(identification, identified_by)
    identification.save()


@transaction.atomic
def take_back_identification(
    identification: Identification, *, dated: date, recorded_by: User | None
) -> Identification:
    """Undo a wrong identification by its mirror image; return that.

    The contribution waits again. Raises ValidationError (``taken_back``,
    ``is_a_correction``) where there is nothing to undo.
    """
    hold_the_books()
    if identification.reverses_id:
        message = _("This row is a correction itself. Identify the contribution anew.")
        raise ValidationError(message, code="is_a_correction")
    if Identification.objects.filter(reverses=identification).exists():
        message = _("This identification has been taken back already.")
        raise ValidationError(message, code="taken_back")
    mirror = Identification(
        contribution=identification.contribution,
        identified_on=dated,
        source=identification.source,
        group=identification.group,
        amount=-identification.amount,
        entry=reverse_entry(identification.entry, dated=dated, posted_by=recorded_by),
        reverses=identification,
        identified_by=recorded_by,
    )
    mirror.full_clean()
    mirror.save()
    return mirror


def _check_waiting(contribution: Contribution) -> None:
    if not Contribution.objects.unidentified().filter(pk=contribution.pk).exists():
        message = _("This contribution does not wait to be identified any more.")
        raise ValidationError(message, code="not_waiting")


def _post(identification: Identification, posted_by: User | None) -> Entry:
    contribution, fund = identification.contribution, identification.contribution.fund
    accounts = Account.objects.by_purpose()
    told = {
        "day": date_format(contribution.received_on, "DATE_FORMAT"),
        "giver": _giver(identification),
    }
    return post_entry(
        dated=identification.identified_on,
        memo=_("Contribution of %(day)s identified: %(giver)s") % told,
        lines=[
            Line(accounts[Purpose.UNIDENTIFIED], fund, contribution.amount),
            Line(accounts[INCOME[identification.source]], fund, -contribution.amount),
        ],
        posted_by=posted_by,
    )


def _giver(identification: Identification) -> str:
    if identification.group:
        return _("group %s") % identification.group
    return identification.get_source_display().lower()
