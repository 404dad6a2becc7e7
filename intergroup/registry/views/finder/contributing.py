"""How groups contribute, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intergroup.registry.publishing import Published
from intergroup.registry.views.finder.answering import answer, public, show


@public
def contribute(request: HttpRequest, published: Published) -> HttpResponse:
    """Say where groups send what they contribute, and what to write on it."""
    title = _("How groups contribute")
    template = "public/contribute.html"
    return answer(
        request, published, lambda: show(request, published, template, title=title)
    )
