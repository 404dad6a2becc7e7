"""A statement’s file: read, looked at, and only then kept.

Between the two steps the file stays in the page itself, packed: names of people that
the bank wrote into it are never kept on the server.
"""

import base64
import binascii
import hashlib
import zlib
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office
from intergroup.kit.sheets import Row
from intergroup.kit.uploads import MAX_BYTES
from intergroup.registry.models import Body
from treasury.models import Account
from treasury.resources.statements import Layout, guess_layout, table_rows
from treasury.resources.statements.importing import (
    Prepared,
    choose,
    imported_before,
    load_statement,
    prepare,
)
from treasury.resources.statements.mappings import unsaved_mapping
from treasury.views.statement_forms import ColumnsForm, FileForm

COLUMNS = "reconcile_columns.html"
SHOWN = 100
MOST_HELD = 2_000_000  # letters; more does not fit into a form
may_import = permission_required("treasury.add_statement", raise_exception=True)


@dataclass(frozen=True, slots=True)
class Held:
    """A file between two steps, with the columns that were chosen for it."""

    name: str
    data: bytes
    packed: str


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_import
def statement_file(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a file, show what it says, and keep it when that is confirmed."""
    account = get_object_or_404(Account.objects.holding_money().open(), code=code)
    if request.method != "POST":
        return _ask(request, account, FileForm(label_suffix=""))
    try:
        held = _held(request)
        return _next_step(request, account, held)
    except ValidationError as error:
        form = FileForm(request.POST, request.FILES, label_suffix="")
        form.is_valid()
        form.errors.pop("file", None)
        form.add_error("file", error.messages)
        return _ask(request, account, form)


def _next_step(request: HttpRequest, account: Account, held: Held) -> HttpResponse:
    """Show the columns to choose, or what the file says, or keep it."""
    rows = table_rows(held.data)
    form = None
    if rows is not None and "columns" in request.POST:
        form = _columns_form(request, rows)
        if not (form.is_bound and form.is_valid()):
            return _page(request, account, COLUMNS, held=held, form=form)
    layout = form and form.layout()
    try:
        parts = prepare(held.data, name=held.name, account=account, layout=layout)
    except ValidationError as error:
        if rows is None or error.code not in {"unknown_layout", "missing_column"}:
            raise
        form = form or ColumnsForm(None, rows=rows, guessed=Layout())
        values = {"held": held, "form": form, "told": error.messages}
        return _page(request, account, COLUMNS, **values)
    if "keep" in request.POST:
        return _keep(request, account, held, form)
    return _preview(request, account, held, parts)


def _columns_form(request: HttpRequest, rows: list[Row]) -> ColumnsForm:
    """Return the form that was sent, or a new one with what can be guessed."""
    sent = request.POST if "dated" in request.POST else None
    return ColumnsForm(sent, rows=rows, guessed=guess_layout(rows) or Layout())


@transaction.atomic
def _keep(
    request: HttpRequest, account: Account, held: Held, form: ColumnsForm | None
) -> HttpResponse:
    """Write the statement, and the columns that were chosen by hand."""
    layout = form and form.layout()
    if layout:
        name, rows = form.cleaned_data["name"], table_rows(held.data)
        mapping = unsaved_mapping(name, layout, rows, account)
        mapping.full_clean()
        mapping.save()
    outcome = load_statement(
        held.data,
        name=held.name,
        account=account,
        layout=layout,
        part=request.POST.get("part", ""),
        by=request.user,
    )
    for note in outcome.notes:
        messages.info(request, note)
    told = _("%(new)s lines are new; %(known)s were here already.")
    counts = {"new": outcome.created, "known": outcome.unchanged}
    messages.success(request, told % counts)
    kept = imported_before(account, hashlib.sha256(held.data).hexdigest())
    return redirect("treasury:reconcile-statement", kept.pk)


def _held(request: HttpRequest) -> Held:
    """Return the file that was sent, or the one that the page itself holds."""
    if file := request.FILES.get("file"):
        data = file.read()
        packed = base64.b64encode(zlib.compress(data)).decode()
        if len(packed) > MOST_HELD:
            message = _("This file is long for a form. Ask for a shorter time.")
            raise ValidationError(message, code="too_big")
        return Held(file.name, data, packed)
    packed = request.POST.get("held", "")
    if not packed:
        raise ValidationError(_("Choose the file first."), code="no_file")
    return Held(request.POST.get("file_name", "")[-255:], _unpacked(packed), packed)


def _unpacked(packed: str) -> bytes:
    """Return the file that a page held, and no more of it than is ever read."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(base64.b64decode(packed, validate=True), MAX_BYTES)
    except (binascii.Error, zlib.error):
        data = b""
    if not unpacking.eof:
        message = _("The file did not arrive whole. Choose it again.")
        raise ValidationError(message, code="broken")
    return data


def _part(parts: list[Prepared], hint: str) -> Prepared | None:
    try:
        return choose(parts, hint)
    except ValidationError:
        return None


def _ask(request: HttpRequest, account: Account, form: FileForm) -> HttpResponse:
    return _page(request, account, "reconcile_file.html", form=form)


def _preview(
    request: HttpRequest, account: Account, held: Held, parts: list[Prepared]
) -> HttpResponse:
    part = _part(parts, request.POST.get("part", ""))
    values = {"held": held, "parts": parts, "part": part}
    if part:
        values["before"] = imported_before(account, part.statement.sha256)
        values["lines"] = part.lines[:SHOWN]
    is_table = table_rows(held.data) is not None
    return _page(
        request,
        account,
        "reconcile_preview.html",
        is_table=is_table,
        chosen=_chosen(request),
        **values,
    )


def _chosen(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the columns that were chosen, to be sent along with the last step."""
    if "columns" not in request.POST:
        return []
    own = {"csrfmiddlewaretoken", "held", "file_name", "part", "keep"}
    sent = request.POST.lists()
    return [(name, each) for name, many in sent if name not in own for each in many]


def _page(
    request: HttpRequest, account: Account, template: str, **values: object
) -> HttpResponse:
    return office.page(
        request,
        f"treasury/office/{template}",
        title=_("A statement of %s") % account,
        crumbs=[(_("Reconcile"), reverse("treasury:reconcile"))],
        account=account,
        currency=Body.objects.current().currency,
        **values,
    )
