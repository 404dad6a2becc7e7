"""A group’s statement for those who speak for it, without any right to the books."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import pages, pdf
from intergroup.kit.dates import Period
from intergroup.kit.printing import give_pdf
from treasury.reports.our_group import groups_spoken_for, year_of
from treasury.reports.statement_of_group import statement_of

YEARS = {"this-year": 0, "last-year": 1}


@require_safe
@never_cache
@login_required
def statement(request: HttpRequest, number: int, year: str) -> HttpResponse:
    """Give the statement of the group with that number; 404 for anybody else’s."""
    today = timezone.localdate()
    mine = groups_spoken_for(request.user.person, today)
    group = get_object_or_404(mine, number=number)
    if year not in YEARS:
        raise Http404(year)
    asked = year_of(today, back=YEARS[year])

    def printed() -> bytes:
        told = statement_of(group, Period(asked.first, min(asked.last, today)))
        context = pages.context(report=told)
        html = render_to_string("treasury/print/statement_of_group.html", context)
        return pdf.from_html(html)

    name = f"statement-{number}-{asked.first.year}"
    return give_pdf(request, printed, title=_("Statement"), name=name)
