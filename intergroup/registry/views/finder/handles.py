"""The names a group has at payment services, as links to contribute by."""

from dataclasses import dataclass
from urllib.parse import quote

from intergroup.registry.publishing import PublishedGroup, PublishedMeeting

SERVICES = {
    "venmo": ("Venmo", "https://venmo.com/u/", "@"),
    "square": ("Cash App", "https://cash.app/", ""),
    "paypal": ("PayPal", "https://paypal.me/", ""),
    "homegroup_online": ("Homegroup Online", "https://homegroup.online/", ""),
}


@dataclass(frozen=True, slots=True)
class Handle:
    """A name at a service, and where it leads."""

    service: str
    name: str
    address: str


def handles_of(meeting: PublishedMeeting) -> list[Handle]:
    """Return the meeting’s own names, or else those of its group."""
    own = _handles(meeting)
    return own or (_handles(meeting.group) if meeting.group else [])


def _handles(row: PublishedMeeting | PublishedGroup) -> list[Handle]:
    return [
        Handle(service, name, f"{begin}{quote(name.removeprefix(sign), safe='$')}")
        for key, (service, begin, sign) in SERVICES.items()
        if (name := getattr(row, key))
    ]
