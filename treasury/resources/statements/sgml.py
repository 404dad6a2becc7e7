"""The tags of an OFX or QFX file, closed or not, sorted into accounts and their lines.

OFX 1 is SGML in which most tags are never closed, and OFX 2 is XML. Both are read in
one pass as a stream of tags: nothing is nested, nothing is expanded, nothing fetched.
"""

import html
import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from treasury.resources.statements.shapes import MOST_LINES

MOST_ACCOUNTS = 100

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9._]{0,63})(?:\s[^<>]{0,200})?/?>([^<]*)")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")
_DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_STATEMENTS = frozenset(("STMTRS", "CCSTMTRS"))
_INVESTMENTS = frozenset(("INVSTMTRS", "INV401KSTMTRS", "LOANSTMTRS", "AMRTSTMTRS"))
_ASIDE = frozenset(("AVAILBAL", "BALLIST", "CASHADVBALAMT"))
_CURRENCIES = frozenset(("CURRENCY", "ORIGCURRENCY"))
_PARTS = frozenset(("STMTTRN", "STMTTRNP", "LEDGERBAL", "STATUS", "BANKTRANLIST"))
Fields = dict[str, str]


@dataclass(slots=True)
class Account:
    """One account of the file: what is said of it, its lines and its balance."""

    said: Fields = field(default_factory=dict)
    lines: list[Fields] = field(default_factory=list)
    ledger: Fields = field(default_factory=dict)
    pending: int = 0


@dataclass(slots=True)
class Tags:
    """Everything the tags say; ``record`` is what the next values belong to."""

    accounts: list[Account] = field(default_factory=list)
    statuses: list[Fields] = field(default_factory=list)
    has_investments: bool = False
    is_whole: bool = False
    account: Account | None = None
    record: Fields = field(default_factory=dict)
    money: str = "CURRENCY"

    def open(self, tag: str, value: str) -> None:
        """Begin a part of the file, or keep a value."""
        if tag in _STATEMENTS:
            self.account = Account()
            self.accounts.append(self.account)
            _check_most(len(self.accounts), MOST_ACCOUNTS, _("accounts"))
            self.record = self.account.said
        elif tag in _INVESTMENTS:
            self.has_investments, self.account, self.record = True, None, {}
        elif tag == "STATUS":
            self.record = {}
            self.statuses.append(self.record)
        elif tag in _CURRENCIES:
            self.money = tag
        elif self.account is None or not self._begin(self.account, tag):
            self._keep(self.money if tag == "CURSYM" else tag, value)

    def close(self, tag: str) -> None:
        """End a part; a tag that was never opened ends nothing."""
        if tag in _STATEMENTS or tag in _INVESTMENTS:
            self.account, self.record = None, {}
        elif tag in _PARTS or tag in _ASIDE:
            self.record = self.account.said if self.account else {}
        elif tag == "OFX":
            self.is_whole = True

    def _begin(self, account: Account, tag: str) -> bool:
        if tag == "STMTTRN":
            self.record, self.money = {}, "CURRENCY"
            account.lines.append(self.record)
            _check_most(len(account.lines), MOST_LINES, _("lines"))
        elif tag == "STMTTRNP":
            self.record = {}
            account.pending += 1
        elif tag == "LEDGERBAL":
            self.record = account.ledger
        elif tag in _ASIDE:
            self.record = {}
        else:
            return False
        return True

    def _keep(self, tag: str, value: str) -> None:
        if text := _plain(value):
            self.record.setdefault(tag, text)


def read_tags(text: str) -> Tags:
    """Return what the tags of an OFX text say, in time that grows with its length.

    Raises ValidationError for a file that declares entities, or has too many lines.
    """
    if _DECLARES.search(text):
        message = _(
            "This file declares entities of its own, as no bank’s statement does. "
            "It was not read."
        )
        raise ValidationError(message, code="entities")
    tags = Tags()
    for found in _TAG.finditer(text.replace("<![CDATA[", "").replace("]]>", "")):
        slash, tag, value = found.groups()
        if slash:
            tags.close(tag.upper())
        else:
            tags.open(tag.upper(), value)
    return tags


def _plain(value: str) -> str:
    """Return a value in single blanks; a lone & stays what it is."""
    if "&" in value:
        value = _ENTITY.sub(lambda found: html.unescape(found[0]), value)
    return " ".join(value.split())


def _check_most(count: int, most: int, of_what: str) -> None:
    if count > most:
        message = _("The file has more than %(most)s %(what)s. Ask for a shorter time.")
        params = {"most": most, "what": of_what}
        raise ValidationError(message, code="too_long", params=params)
