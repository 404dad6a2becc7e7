"""Pages of the office that are no list and no form of the admin, in the same frame."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from intergroup.kit import admin


def page(
    request: HttpRequest, template: str, *, status: int = 200, **values: object
) -> HttpResponse:
    """Render ``template``, which extends ``office/page.html``, in the office’s frame.

    ``values`` has ``title``; ``crumbs`` may hold (name, address) pairs, the Desk not
    counted, that lead to the page.
    """
    context = {**admin.site.each_context(request), **values}
    return render(request, template, context, status=status)
