"""What the treasurer has written down in the period: why something is as it is."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from treasury.models import ClosedMonth, Collection


def notes(period: Period) -> tuple[str, ...]:
    """Return the explanations of closed months and of counted cash, in order."""
    months = ClosedMonth.objects.closed().filter(
        first_on__range=(period.first.replace(day=1), period.last)
    )
    explained = months.exclude(explanation="").order_by("first_on")
    counted = Collection.objects.filter(
        collected_on__range=(period.first, period.last)
    ).exclude(explanation="")
    return (
        *(
            _("%(month)s: %(words)s") % {"month": month, "words": month.explanation}
            for month in explained
        ),
        *(
            _("Counted on %(day)s: %(words)s")
            % {
                "day": date_format(each.collected_on, "DATE_FORMAT"),
                "words": each.explanation,
            }
            for each in counted.order_by("collected_on", "pk")
        ),
    )
