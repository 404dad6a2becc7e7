"""The words that wait to be looked at, each in its sentence, and what is decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intergroup.kit import office, once
from intergroup.registry.actions.looking import decide
from intergroup.registry.actions.looking.guarded import EXTRA, NAME, strings_in
from intergroup.registry.models import Finding

ON_A_PAGE = 25
_AROUND = 90  # letters shown before and after what was found
may_decide = permission_required("registry.change_finding", raise_exception=True)


@dataclass(frozen=True, slots=True)
class Word:
    """Words in their sentence: what stands before them and after, and where it is."""

    finding: Finding
    place: str
    field: str
    address: str
    before: str
    after: str
    is_name: bool


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@may_decide
def words(request: HttpRequest) -> HttpResponse:
    """List what waits, or what was decided; and keep what is decided now."""
    is_decided = request.GET.get("state") == "decided"
    if request.method == "POST":
        return _decide(request)
    rows = _rows(is_decided=is_decided)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return office.page(
        request,
        "registry/office/words.html",
        title=_("Words decided") if is_decided else _("Words to look at"),
        page=page,
        found=[_word(each) for each in page],
        is_decided=is_decided,
    )


def _decide(request: HttpRequest) -> HttpResponse:
    """Keep a decision about the rows that were ticked, or say why it cannot be."""
    chosen = Finding.objects.filter(pk__in=_ticked(request.POST))
    decision = request.POST.get("decision")
    if decision not in Finding.Decision.values or not chosen:
        messages.warning(
            request, _("Tick the words first, then say what becomes of it.")
        )
        return redirect(request.get_full_path())
    try:
        with transaction.atomic():
            if once.spend(request):
                now = timezone.now()
                count = decide(
                    chosen, decision, decided_at=now, decided_by=request.user
                )
                messages.success(request, _told(decision, count))
            else:
                once.say_so(request)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(request.get_full_path())


def _ticked(sent: QueryDict) -> Iterator[int]:
    """Yield the ids that were ticked; what is no id is none."""
    for each in sent.getlist("word"):
        if each.isascii() and each.isdigit() and len(each) < 19:
            yield int(each)


def _rows(*, is_decided: bool) -> QuerySet[Finding]:
    rows = Finding.objects.select_related(
        "meeting", "group", "location", "decided_by__person"
    )
    if is_decided:
        return rows.exclude(decision="").order_by("-decided_at", "-pk")
    return rows.undecided().order_by("found_at", "pk")


def _told(decision: str, count: int) -> str:
    if decision == Finding.Decision.PUBLISH:
        told = ngettext(
            "One place may be shown now.", "%(count)s places may be shown now.", count
        )
    else:
        told = ngettext(
            "One place stays hidden.", "%(count)s places stay hidden.", count
        )
    return told % {"count": count}


def _word(finding: Finding) -> Word:
    """Return words with what stands around them, where they still stand there."""
    row = finding.meeting or finding.group or finding.location
    before, after = _around(finding, row)
    name = f"admin:registry_{row._meta.model_name}_change"
    return Word(
        finding=finding,
        place=str(row),
        field=str(row._meta.get_field(finding.field).verbose_name),
        address=reverse(name, args=[row.pk]),
        before=before,
        after=after,
        is_name=finding.field == NAME,
    )


def _around(finding: Finding, row: object) -> tuple[str, str]:
    value = getattr(row, finding.field, "")
    texts = strings_in(value) if finding.field == EXTRA else [value]
    for text in texts:
        before, found, after = text.partition(finding.found)
        if found:
            return _end(before), _beginning(after)
    return "", ""


def _end(text: str) -> str:
    return text if len(text) <= _AROUND else f"… {text[-_AROUND:]}"


def _beginning(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND]} …"
