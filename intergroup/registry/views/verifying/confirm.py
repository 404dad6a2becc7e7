"""The page behind a link in a mail: it shows a listing, and takes one answer.

Programs that read mail follow links: opening the page writes nothing. Whatever is
wrong with a link, the page says the same, so that nobody learns what it was.
"""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intergroup.kit.limits import Limit
from intergroup.registry.actions.verifying import (
    answer_closed,
    answer_right,
    find_question,
    word_of,
)
from intergroup.registry.guessing import WRONG_LINKS, not_good, unlisted
from intergroup.registry.models import Verification
from intergroup.registry.reports.own_listing import own_listing

GUESSES = Limit("confirm-guessed", *WRONG_LINKS)
ANSWERS = {"right": answer_right, "closed": answer_closed}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is listed, or take the answer."""
    today = timezone.localdate()
    question = find_question(token, on=today)
    if question is None:
        return not_good(request, GUESSES)
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if request.method != "POST" or answer is None:
        return _page(request, question)
    try:
        answer(question, on=today)
    except ValidationError:  # somebody else was faster
        return not_good(request, GUESSES)
    return redirect("registry:confirmed", request.POST["answer"])


@require_safe
@never_cache
def confirmed(request: HttpRequest, answer: str) -> HttpResponse:
    """Say thank you, and what happens next."""
    context = {"title": _("Thank you"), "answer": answer}
    return unlisted(render(request, "public/confirmed.html", context))


def _page(request: HttpRequest, question: Verification) -> HttpResponse:
    context = {
        "title": _("Is this still right?"),
        "question": question,
        "listing": own_listing(question.group, on=timezone.localdate()),
        "word": word_of(question),
    }
    return unlisted(render(request, "public/confirm.html", context))
