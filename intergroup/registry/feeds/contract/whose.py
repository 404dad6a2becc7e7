"""The contract’s rules on who publishes a list, on contributions, and on people."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from intergroup.registry.feeds import links
from intergroup.registry.feeds.contract.cells import Found, Row, text_of

_PHONE = re.compile(r"\+\d{1,3}(?:-\d+)+")
_HTML = re.compile(r"</?[a-z][^<>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)
_PLAIN = ("name", "notes", "location", "location_notes", "group", "group_notes")
_HANDLES = {
    "venmo": re.compile(r"@[\w.-]+"),
    "square": re.compile(r"\$[\w.-]+"),
    "paypal": re.compile(r"[a-zA-Z0-9]{1,20}"),
}
_FIRST_NAME = re.compile(r"\S+(?: \w\.?)?")


def _handles(row: Row) -> Iterator[Found]:
    sentences = {
        "venmo": _("A name at Venmo begins with @; readers show no button else."),
        "square": _("A name at Cash App begins with $; readers show no button else."),
        "paypal": _("Only the name at PayPal.me: letters and digits, at most 20."),
    }
    for name, shape in _HANDLES.items():
        handle = text_of(row, name)
        if handle and not shape.fullmatch(handle):
            yield name, sentences[name]


def _entity(row: Row) -> Iterator[Found]:
    said = [name for name in row if name.startswith("entity_")]
    if said and not text_of(row, "entity"):
        yield "entity", _("Who publishes it has an address here, and no name.")
    if text_of(row, "entity_website_url") and not text_of(row, "entity_url"):
        yield "entity_url", _("Readers know the web site by this name only.")
    phone = text_of(row, "entity_phone")
    if phone and not _PHONE.fullmatch(phone):
        yield "entity_phone", _("Write it as +1-309-555-0100.")
    logo = text_of(row, "entity_logo")
    if logo and not logo.startswith("https://"):
        yield "entity_logo", _("Its address begins with https://.")


def _addresses(row: Row) -> Iterator[Found]:
    for name in ("url", "entity_url", "conference_url", "website"):
        link = text_of(row, name)
        if link and not link.startswith(("https://", "http://")):
            yield name, _("An address on the web begins with https://.")
    told = row.get("feedback_emails")
    if told is None:
        return
    if not isinstance(told, list) or not all(map(_is_email, told)):
        yield "feedback_emails", _("This is a list of e-mail addresses.")


def _is_email(value: object) -> bool:
    return isinstance(value, str) and links.is_email(value)


def _plain_text(row: Row) -> Iterator[Found]:
    for name in _PLAIN:
        if _HTML.search(text_of(row, name)):
            yield name, _("This is HTML: readers take it away, or show it as it is.")


def _people(row: Row) -> Iterator[Found]:
    for name in (f"contact_{nth}_name" for nth in (1, 2, 3)):
        who = text_of(row, name)
        if who and not _FIRST_NAME.fullmatch(who):
            yield name, _("A first name and one letter: nobody’s surname.")


RULES = (_handles, _entity, _addresses, _plain_text, _people)
