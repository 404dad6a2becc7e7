"""The packet put together: the cover, the contents, and every section pinned to it.

It stands beside packet.py, which pins this app’s own sections and knows no others.
"""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.cover import cover
from intergroup.kit import packet, pages, pdf
from intergroup.registry.models import Body

Told = Callable[[int, str], None]
"""Is told how many parts are done, and which is being done now."""


def packet_context(
    meeting: BusinessMeeting, *, told: Told | None = None
) -> dict[str, object]:
    """Return what the packet shows: ``cover``, and ``sections`` with their HTML.

    Raises kit.reports.DoesNotFootError if the sums of a section do not agree.
    """
    packet.discover()
    with Body.objects.clock():
        sections = packet.render(meeting, told=told)
        return {"meeting": meeting, "cover": cover(meeting), "sections": sections}


def packet_html(
    meeting: BusinessMeeting, *, large: bool = False, told: Told | None = None
) -> str:
    """Return the packet as one page of HTML for paper; ``large`` is 18 points."""
    context = pages.context(large=large, **packet_context(meeting, told=told))
    return render_to_string("business/packet.html", context)


def packet_pdf(meeting: BusinessMeeting, *, large: bool = False) -> bytes:
    """Return the packet as a tagged PDF; the same data gives the same bytes."""
    return print_packet(meeting, large=large).data


def print_packet(
    meeting: BusinessMeeting, *, large: bool = False, told: Told | None = None
) -> pdf.Printed:
    """Return the packet as a tagged PDF with its pages counted; see ``Told``."""
    html = packet_html(meeting, large=large, told=told)
    if told:
        told(len(packet.sections()), _("The pages are laid out"))
    return pdf.printed(html)


def count_parts() -> int:
    """Return how many parts ``Told`` is told of: each section, and the paper."""
    packet.discover()
    return len(packet.sections()) + 1
