"""The demonstration’s packet, beside WeasyPrint’s own render of the same page."""

from collections.abc import Iterator
from datetime import date

from django.core.management import call_command

from bench.timing import Figure, median
from intergroup.business.models import BusinessMeeting
from intergroup.business.printing import packet_html, packet_pdf
from intergroup.kit import pdf


def measure() -> Iterator[Figure]:
    """Yield the packet, with its queries and templates, against the render alone."""
    call_command("load_demo", today=str(date(2026, 11, 22)), verbosity=0)
    meeting = BusinessMeeting.objects.ahead(date(2026, 11, 22)).first()
    html = packet_html(meeting)
    pdf.from_html(html)  # WeasyPrint and its fonts are loaded once for both
    floor = median(lambda: pdf.from_html(html), times=3)
    ours = median(lambda: packet_pdf(meeting), times=3)
    yield Figure("the demonstration’s packet", ours, floor, 1.4)
