"""A paper as a file, or a page that says why there is none."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from intergroup.kit import office, pdf
from intergroup.kit.reports import DoesNotFootError


def give_pdf(
    request: HttpRequest, printed: Callable[[], bytes], *, title: str, name: str
) -> HttpResponse:
    """Give what ``printed`` returns as ``name``.pdf, or say why it is not shown."""
    try:
        content = printed()
    except (DoesNotFootError, pdf.CannotPrintError) as error:
        context = {"title": title, "shown": {"title": title}, "problem": error}
        return office.page(request, "reports/refused.html", status=500, **context)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, "application/pdf", headers=headers)
