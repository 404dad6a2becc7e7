"""Links, e-mail addresses and the names that payment services give."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from intergroup.registry.feeds import texts

_is_link = URLValidator(schemes=["http", "https"])
_is_email = EmailValidator()
_SCHEME = re.compile(r"https?:/{1,3}", re.IGNORECASE)
_FOUND = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HREF = re.compile(r"href=[\"']?(https?://[^\s<>\"']+)", re.IGNORECASE)
_HANDLE = re.compile(r"[A-Za-z0-9_.-]+")
_NOTHING = frozenset(("", "-", "http://", "https://", "n/a", "none", "null", "tbd"))
_SERVICE = {
    "venmo": (re.compile(r"(?:https?://)?(?:\w+\.)?venmo\.com/(?:u/)?@?", re.I), "@"),
    "square": (re.compile(r"(?:https?://)?cash\.app/\$?", re.I), "$"),
    "paypal": (re.compile(r"(?:https?://)?(?:www\.)?paypal\.me/", re.I), ""),
}


def read_link(value: object) -> tuple[str, str]:
    """Return a link, and the words that stood around it.

    Raises ValidationError (``not_a_link``).
    """
    if isinstance(value, str) and (hidden := _HREF.search(value)):
        value = hidden[1]
    text = texts.line(value)
    if text.casefold() in _NOTHING:
        return "", ""
    found = _FOUND.search(text)
    link = found[0].rstrip(".,;") if found else _with_scheme(text)
    try:
        _is_link(link)
    except ValidationError:
        message = _("“%s” is not a link. A link begins with https://.")
        raise ValidationError(message % texts.shown(text), code="not_a_link") from None
    around = text.replace(link, " ").strip(" .,;:-") if found else ""
    return link, " ".join(around.split())


def is_email(text: str) -> bool:
    """Tell whether text is one e-mail address."""
    try:
        _is_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def read_handle(service: str, value: object) -> str:
    """Return the name at a payment service, without the address of its web page."""
    text = texts.line(value)
    if service not in _SERVICE:
        return text
    page, sign = _SERVICE[service]
    if found := page.match(text):
        text = text[found.end() :].split("?")[0].strip("/")
    return f"{sign}{text}" if sign and _HANDLE.fullmatch(text) else text


def _with_scheme(text: str) -> str:
    """Return ``zoom.us/j/1`` and ``http:/zoom.us/j/1`` as the links they mean."""
    if " " in text or "." not in text:
        return text
    bare = _SCHEME.sub("", text, count=1)
    return f"https://{bare}" if bare == text or "://" not in text else text
