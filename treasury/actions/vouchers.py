"""Keeping the papers that prove a bill or a payment."""

import hashlib
import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import papers
from intergroup.kit.papers import Paper
from intergroup.registry.models import User
from treasury.models import Bill, Expense, Voucher

_NOT_IN_A_NAME = re.compile(r"[^\w ()-]+")


@transaction.atomic
def attach_paper(paper: Paper, *, to: Bill | Expense, added_by: User | None) -> Voucher:
    """Keep a photo or PDF with a bill or an expense, and return its voucher.

    Raises ValidationError for ``papers``: what ``kit.papers.read`` raises, and
    ``attached_already`` for the same file again.
    """
    try:
        kind, content = papers.read(paper.data, name=paper.name)
    except ValidationError as error:
        raise ValidationError({"papers": error}) from error
    proven = type(to).objects.select_for_update(of=("self",)).get(pk=to.pk)
    fingerprint = hashlib.sha256(content).hexdigest()
    if proven.vouchers.filter(sha256=fingerprint).exists():
        message = _("“%s” is attached already.") % paper.name
        error = ValidationError(message, code="attached_already")
        raise ValidationError({"papers": error})
    voucher = Voucher(
        **{to._meta.model_name: proven},
        name=_plain_name(paper.name, kind),
        kind=kind,
        content=content,
        sha256=fingerprint,
        added_by=added_by,
    )
    voucher.full_clean()
    voucher.save()
    return voucher


def _plain_name(name: str, kind: str) -> str:
    """Return the name with the ending that its content has."""
    name = name.replace("\\", "/").rpartition("/")[2]
    stem = _NOT_IN_A_NAME.sub(" ", name.rpartition(".")[0] or name)
    stem = " ".join(stem.split())[:100]
    return f"{stem or 'paper'}.{papers.ENDINGS[kind]}"
