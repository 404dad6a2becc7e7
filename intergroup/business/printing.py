"""The packet put together: the cover, the contents, and every section pinned to it.

It stands beside packet.py, which pins this app’s own sections and knows no others.
"""

from django.template.loader import render_to_string

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.cover import cover
from intergroup.kit import packet, pages, pdf


def packet_context(meeting: BusinessMeeting) -> dict[str, object]:
    """Return what the packet shows: ``cover``, and ``sections`` with their HTML.

    Raises kit.reports.DoesNotFootError if the sums of a section do not agree.
    """
    packet.discover()
    return {
        "meeting": meeting,
        "cover": cover(meeting),
        "sections": packet.render(meeting),
    }


def packet_html(meeting: BusinessMeeting, *, large: bool = False) -> str:
    """Return the packet as one page of HTML for paper; ``large`` is 18 points."""
    values = packet_context(meeting)
    context = pages.context(large=large, **values)
    return render_to_string("business/packet.html", context)


def packet_pdf(meeting: BusinessMeeting, *, large: bool = False) -> bytes:
    """Return the packet as a tagged PDF; the same data gives the same bytes."""
    return pdf.from_html(packet_html(meeting, large=large))
