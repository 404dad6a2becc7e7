"""A position in words: its term, how it rotates, what it suggests, when it is elected.

Flyer, public page, packet and office say the same, because they ask here. Nothing here
reads the database.
"""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import add_months
from service.models import Position

A_YEAR, TWO_YEARS = 12, 24
Stagger = Position.Stagger


def months_in_words(months: int) -> str:
    """Return “2 years”, “18 months”, “1 year”."""
    if months % A_YEAR:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    years = months // A_YEAR
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


def rotation_in_words(position: Position) -> str:
    """Return how it rotates: “2 years, from January of odd years; 2 terms in a row, …”.

    Whether that is suggested or stands in bylaws is said behind it.
    """
    return "; ".join(filter(None, [term_in_words(position), in_a_row(position)]))


def term_in_words(position: Position) -> str:
    """Return how long a term is, and when it begins where there is a cycle."""
    term = months_in_words(position.term_months)
    begins = _begins_in_words(position)
    return f"{term}, {begins}" if begins else term


def in_a_row(position: Position) -> str:
    """Return how often somebody may serve again; “” where there is no such custom."""
    most, off = position.most_terms, position.months_off
    if not most:
        return ""
    params = {"n": most, "off": months_in_words(off or 0)}
    if off:
        said = ngettext(
            "one term, then %(off)s off", "%(n)s terms in a row, then %(off)s off", most
        )
    else:
        said = ngettext(
            "one term, not two in a row", "at most %(n)s terms in a row", most
        )
    how = _("(in our bylaws)") if position.is_rotation_binding else _("(suggested)")
    return f"{said % params} {how}"


def sobriety_in_words(position: Position) -> str:
    """Return “2 years suggested”; “” where nothing is."""
    if not position.sobriety_months:
        return ""
    return _("%s suggested") % months_in_words(position.sobriety_months)


def month_name(month: int) -> str:
    """Return “October” for 10."""
    return date_format(date(2000, month, 1), "F")


def _begins_in_words(position: Position) -> str:
    """Return “from January of odd years”; “” where a term begins when it begins."""
    first, months = position.cycle_from, position.term_months
    if first is None:
        return ""
    later = add_months(first, months // 2)
    if position.stagger_group == Stagger.SECOND:
        return _("from %s") % _turns(later, months)
    if position.stagger_group == Stagger.SEATS and position.seats > 1:
        params = {"some": _turns(first, months), "others": _turns(later, months)}
        return _("half of the seats from %(some)s, the others from %(others)s") % params
    return _("from %s") % _turns(first, months)


def _turns(first: date, months: int) -> str:
    """Return the days on which terms of so many months begin, counted from one."""
    if months == A_YEAR:
        return _("%s of each year") % _day_of_year(first)
    if months == TWO_YEARS:
        said = _("%s of odd years") if first.year % 2 else _("%s of even years")
        return said % _day_of_year(first)
    params = {"day": _day(first), "months": months_in_words(months)}
    if months == 1:
        return _("%(day)s, every month") % params
    return _("%(day)s, every %(months)s") % params


def _day_of_year(day: date) -> str:
    """Return “January” for its first day, and “January 15”."""
    return date_format(day, "F" if day.day == 1 else "MONTH_DAY_FORMAT")


def _day(day: date) -> str:
    """Return “January 2026” for the first day of a month, and “Jan. 15, 2026”."""
    return date_format(day, "YEAR_MONTH_FORMAT" if day.day == 1 else "DATE_FORMAT")
