"""The record of an election on paper, for the minutes: provisional, and then final."""

from django.template.loader import render_to_string

from intergroup.kit import pages, pdf
from service.models import Election
from service.reports.elections.record import election_record
from service.voting import Why


def record_html(election: Election, *, large: bool = False) -> str:
    """Return the record as a page of HTML; ``large`` is 18 points."""
    record = election_record(election)
    names = {each.pk: each.name for each in record.stand}
    left_first = tuple(
        names[each.candidate]
        for each in record.standing.candidates
        if each.why == Why.WITHDREW and not each.after
    )
    context = pages.context(
        election=election, record=record, left_first=left_first, large=large
    )
    return render_to_string("service/print/election_record.html", context)


def record_pdf(election: Election, *, large: bool = False) -> bytes:
    """Return the record on paper; the same record gives the same bytes."""
    return pdf.from_html(record_html(election, large=large))
