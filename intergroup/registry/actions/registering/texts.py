"""What may be typed into a box: plain text, numbers to call, days, links."""

import re
import unicodedata
from datetime import date, time
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intergroup.kit.dates import DayFormField, TimeFormField, add_months

FIRST_DAY = date(1935, 6, 10)  # there was no group of any fellowship before
FEWEST = 5  # figures of a telephone number
LONGEST = 40  # characters of a day or a time
MOST_MONTHS = 120  # from today on
_UNSEEN = {
    **dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD), None),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
    **dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n"),
    0x09: " ",
}
_DIALLED = re.compile(r"[\d ().,/#*+-]+", re.ASCII)
_DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")


def tidy(text: str) -> str:
    """Return text without what cannot be seen, and with one kind of line break.

    Raises ValidationError (``not_text``) for control characters and broken Unicode.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)
    for each in text:
        if unicodedata.category(each) in {"Cc", "Cs"} and each != "\n":
            raise ValidationError(
                _("There is a character in it that is no text. Type it again."),
                code="not_text",
            )
    return unicodedata.normalize("NFC", text).strip()


def validate_phone(text: str) -> None:
    """Refuse what nobody can dial (``not_a_phone``)."""
    figures = sum(each.isdigit() for each in text)
    if figures < FEWEST or not _DIALLED.fullmatch(text.translate(_DASHES)):
        raise ValidationError(
            _("Write a telephone number in figures, such as +1 309 555 0100."),
            code="not_a_phone",
        )


def validate_open_link(url: str) -> None:
    """Refuse a link with a name and a password in it (``link_with_a_password``)."""
    try:
        hides = urlsplit(url).username is not None
    except ValueError:
        hides = True
    if hides:
        raise ValidationError(
            _("Leave the name and the password in front of the @ out of the link."),
            code="link_with_a_password",
        )


def check_day(day: date, *, today: date) -> None:
    """Refuse a day that can only be a slip of the pen (``far_away``)."""
    if not FIRST_DAY <= day <= add_months(today, MOST_MONTHS):
        raise ValidationError(_("Look at the year: is it right?"), code="far_away")


class LineBox(forms.CharField):
    """One line of plain text."""

    def to_python(self, value: object) -> str:
        return " ".join(tidy(super().to_python(value)).split())


class LinesBox(forms.CharField):
    """Plain text of several lines."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: object) -> str:
        return tidy(super().to_python(value))


class MailBox(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(max_length=254, **kwargs)

    def to_python(self, value: object) -> str:
        return tidy(super().to_python(value))


class LinkBox(forms.URLField):
    """A link to a page; without a scheme it is taken for https."""

    default_validators = [*forms.URLField.default_validators, validate_open_link]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(assume_scheme="https", **kwargs)
        self.widget.attrs["placeholder"] = "https://"

    def to_python(self, value: object) -> str:
        url = tidy(super().to_python(value))
        if url and not url.lower().startswith(("http://", "https://")):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return url


class PhoneBox(LineBox):
    """A number to call."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel"})
    default_validators = [validate_phone]


class TimeBox(TimeFormField):
    """A time of the day, picked from a clock or written as people write it."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")

    def to_python(self, value: object) -> time | None:
        return super().to_python(_short(value))


class DayBox(DayFormField):
    """A day, picked from a calendar or written as people write it."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value: object) -> date | None:
        return super().to_python(_short(value))


def _short(value: object) -> object:
    """Return what is typed, or what no day or time can be where it is far too long."""
    return "?" if isinstance(value, str) and len(value) > LONGEST else value
