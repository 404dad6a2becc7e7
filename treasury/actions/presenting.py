"""Presenting a report: its figures and its paper are kept as they were shown."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from treasury.models import Entry, PresentedReport


@transaction.atomic
def present_report(report: PresentedReport, *, presented_by: User | None) -> None:
    """Save an unsaved report with its figures, its PDF and the fingerprints of both."""
    report.presented_by = presented_by
    report.figures_sha256 = fingerprint(canonical(report.figures))
    report.pdf_sha256 = fingerprint(report.pdf)
    report.full_clean(exclude=["month", "meeting", "presented_by"])
    report.save()


def check_unmoved(report: PresentedReport) -> None:
    """Raise ValidationError (``books_moved``) if more was posted than the report has.

    Call it while the books are held.
    """
    if report.seal != Entry.objects.last_seal():
        message = _(
            "Something was posted while the report was being printed. "
            "Look at it again, then press the button again."
        )
        raise ValidationError(message, code="books_moved")


def canonical(figures: object) -> bytes:
    """Return figures as the bytes of which the fingerprint is taken."""
    return json.dumps(figures, sort_keys=True, ensure_ascii=False).encode()


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of some bytes: 64 hexadecimal figures."""
    return hashlib.sha256(content).hexdigest()
