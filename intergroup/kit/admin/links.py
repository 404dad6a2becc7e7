"""Ways from a list, or from the page of a row, to a page of its own."""

from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Link:
    """A button that leads to the page ``url_name``, for those with ``permission``."""

    label: str
    url_name: str
    permission: str


class LinksMixin:
    """``page_links`` stand above the list; ``row_links`` on a row’s page, with its id.

    ``empty_links`` stand in the sentence of a list in which there is nothing yet.
    ``row_links_of`` may be overridden to offer only what fits the row.
    """

    page_links: tuple[Link, ...] = ()
    empty_links: tuple[Link, ...] = ()
    row_links: tuple[Link, ...] = ()

    def row_links_of(self, request: HttpRequest, obj: Model) -> tuple[Link, ...]:
        """Return the links that this row offers."""
        return self.row_links

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        context = {
            "page_links": _shown(request, self.page_links),
            "empty_links": _shown(request, self.empty_links),
            **(extra_context or {}),
        }
        return super().changelist_view(request, context)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: object, **kwargs: object
    ) -> HttpResponse:
        row = context["original"]
        links = self.row_links_of(request, row) if row else ()
        context["row_links"] = _shown(request, links, row.pk if row else None)
        return super().render_change_form(request, context, *args, **kwargs)


def _shown(
    request: HttpRequest, links: tuple[Link, ...], *args: object
) -> list[tuple[str, str]]:
    """Return label and address of each link that this person may follow."""
    args = [each for each in args if each is not None]
    return [
        (str(link.label), reverse(link.url_name, args=args))
        for link in links
        if request.user.has_perm(link.permission)
    ]
