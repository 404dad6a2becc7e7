"""The names that payment services give, as readers of a meeting list accept them."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Service:
    """A service: its web page in front of a name, the sign before it, the name."""

    page: re.Pattern[str]
    sign: str
    name: re.Pattern[str]
    example: str


def _page(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?:https?://)?(?:[a-z-]+\.)?{text}", re.IGNORECASE)


_NAME = re.compile(r"[A-Za-z0-9_.-]{1,60}")
SERVICES = {
    "venmo": Service(_page(r"venmo\.com/(?:u/)?"), "@", _NAME, "@Friday-Hope"),
    "square": Service(_page(r"cash\.app/"), "$", _NAME, "$FridayHope"),
    "paypal": Service(
        _page(r"(?:paypal\.me/|paypal\.com/paypalme/)"),
        "",
        re.compile(r"[a-zA-Z0-9]{1,20}"),
        "FridayHope",
    ),
    "homegroup_online": Service(_page(r"homegroup\.online/"), "", _NAME, "friday-hope"),
}


def payment_name(service: str, text: str) -> str:
    """Return the name at a service; the address of a web page is cut down to it.

    Raises ValidationError (``not_a_payment_name``) for what readers would not show.
    """
    known, name = SERVICES[service], text.strip()
    if not name:
        return ""
    if found := known.page.match(name):
        name = name[found.end() :].split("?")[0].split("#")[0].strip("/")
    name = name.removeprefix(known.sign)
    if not known.name.fullmatch(name):
        message = _(
            "“%(text)s” is not a name there. Write it as %(example)s: the name "
            "alone, no web address and no e-mail."
        )
        params = {"text": text.strip()[:60], "example": known.example}
        raise ValidationError(message, code="not_a_payment_name", params=params)
    return f"{known.sign}{name}"
