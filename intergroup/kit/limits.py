"""How often something may be asked for, counted in the cache; and how much at once.

Each time takes a numbered ticket with ``cache.add``, which is exact where many ask at
once: the database cache has no counting of its own that is. django-ratelimit rules that
cache out, and allauth’s limits are its own affair. Whom a ticket is for is kept as a
keyed hash, so that no address stands in the cache.
"""

import ipaddress
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

EVERYBODY = ""
FIRST = "0-"  # a full cache drops its first keys: tickets, before anything else


@dataclass(frozen=True, slots=True)
class Limit:
    """``most`` times in a window of ``seconds``, for each of those who ask."""

    name: str
    most: int
    seconds: int

    def take(self, who: str = EVERYBODY) -> bool:
        """Take a ticket; False where there is none left in this window."""
        key = (
            f"{FIRST}limit:{self.name}:{hidden(who)}:{int(time.time()) // self.seconds}"
        )
        taken = cache.get(key, 0)
        for number in range(taken, self.most):
            if cache.add(f"{key}:{number}", 1, self.seconds):
                cache.set(key, number + 1, self.seconds)
                return True
        return False


def hidden(who: str) -> str:
    """Return what stands for ``who``: the same each time, and no way back."""
    return salted_hmac("intergroup.kit.limits", who, algorithm="sha256").hexdigest()


def network(address: str) -> str:
    """Return the network that one household or firm asks from, of an IP address."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 6 and known.ipv4_mapped is None:
        return str(ipaddress.ip_network((known, 64), strict=False))
    return str(getattr(known, "ipv4_mapped", None) or known)


def is_too_large(request: HttpRequest, most: int) -> bool:
    """Tell whether the body of a request is longer than ``most`` bytes, unread."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return not said.isascii() or not said.isdigit() or int(said[:12]) > most
