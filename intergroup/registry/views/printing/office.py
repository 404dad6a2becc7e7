"""The office prints the directory: choose, wait, look at it, take it."""

from django.contrib.auth.decorators import login_required, permission_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from intergroup.kit import office, once
from intergroup.kit.site_address import absolute
from intergroup.registry.actions.printing import record_print
from intergroup.registry.models import DirectoryPrint
from intergroup.registry.publishing import published
from intergroup.registry.views.printing import making
from intergroup.registry.views.printing.forms import PrintForm
from intergroup.registry.views.printing.making import Kept
from intergroup.registry.views.printing.papers import BOUND, Paper

SECONDS = 3  # between two looks at how far it is
may_print = permission_required("registry.add_directoryprint", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_print
def print_directory(request: HttpRequest) -> HttpResponse:
    """Ask what to print; POST begins to make it."""
    directory = published()
    form = PrintForm(
        request.POST or None,
        published=directory,
        initial={**request.GET.dict(), "has_online": True},
    )
    if request.method == "POST" and form.is_valid():
        site = absolute("/", request).rstrip("/")
        wishes = form.wishes(site=site)
        key = making.ask(wishes, directory)
        making.begin(key, sum(map(wishes.holds, directory.meetings)))
        return redirect("registry:print-made", key)
    return office.page(
        request,
        "registry/office/print_directory.html",
        status=400 if form.errors else 200,
        title=_("Print the directory"),
        crumbs=_crumbs(),
        form=form,
        count=len(directory.meetings),
        is_published=directory.directory.is_published,
    )


@require_safe
@never_cache
@login_required
@may_print
def print_made(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far it is; the page looks again while it is made."""
    kept = _found(key)
    response = office.page(
        request,
        "registry/office/print_made.html",
        title=_("The printed directory"),
        crumbs=[*_crumbs(), (_("Print the directory"), _address())],
        kept=kept,
        is_bound=kept.wishes.form in BOUND,
        is_booklet=kept.wishes.form == "booklet",
    )
    if kept.is_going:
        response["Refresh"] = str(SECONDS)
    return response


@require_safe
@never_cache
@login_required
@may_print
def print_look(request: HttpRequest, key: str) -> HttpResponse:
    """Show the PDF; looking at it is not written down."""
    kept = _found(key)
    return _file(_made(kept), kept, as_attachment=False)


@require_POST
@never_cache
@login_required
@may_print
def print_take(request: HttpRequest, key: str) -> HttpResponse:
    """Give the PDF, and write down what stood in it; sent twice, it is written once."""
    kept = _found(key)
    paper, wishes = _made(kept), kept.wishes
    with transaction.atomic():
        if once.spend(request):
            made = DirectoryPrint(
                for_whom=wishes.for_whom,
                layout=f"{wishes.order}, {wishes.form}",
                page_count=paper.pages,
                sha256=paper.sha256,
                wishes=wishes.as_json(),
            )
            record_print(
                made,
                listed=paper.listed,
                made_at=timezone.now(),
                made_by=request.user,
            )
    return _file(paper, kept, as_attachment=True)


def _found(key: str) -> Kept:
    kept = making.find(key)
    if kept is None:
        raise Http404
    return kept


def _made(kept: Kept) -> Paper:
    if kept.paper is None:
        raise Http404
    return kept.paper


def _file(paper: Paper, kept: Kept, *, as_attachment: bool) -> HttpResponse:
    name = f"meetings-by-{kept.wishes.order}-{kept.wishes.form}.pdf"
    place = content_disposition_header(as_attachment=as_attachment, filename=name)
    headers = {"Content-Disposition": place}
    return HttpResponse(paper.pdf, "application/pdf", headers=headers)


def _address() -> str:
    return reverse("registry:print-directory")


def _crumbs() -> list[tuple[str, str]]:
    address = reverse("admin:registry_directoryprint_changelist")
    return [(_("Printed directories"), address)]
