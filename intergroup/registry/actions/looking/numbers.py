"""Telephones, e-mail addresses and meeting passwords in a text.

Pure and linear, as ``surnames`` is.
"""

import re
from collections.abc import Collection, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from intergroup.registry.actions.looking.plain_words import FIRST_NAMES

_PHONE = re.compile(r"(?:[(+]|\+\()?\d[\d ().\u2010-\u2015/\xa0-]{5,22}\d(?!,,|[\w#*])")
_NOT_BEFORE = frozenset(".,#*/=-_")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_HOURS = re.compile(r"\b\d{1,2}[.:]\d\d[ ]?[-–][ ]?\d{1,2}[.:]\d\d\b")
_CONFERENCE = re.compile(
    r"(?i:\bids?\b|meeting|webinar|zoom|dial|code|conference|one tap|pin\b|pass|room|#"
    r"|webex|access|freeconference|teams|suite|unit|zip|p\.?o\.? box|hotline|helpline"
    r"|идентификатор|réunion|reuni[oó]n)[^\n\d+]{0,25}$"
)
_ZIP_CODE = re.compile(r"\d{5}-\d{4}")
_STATE = re.compile(r"\b[A-Z]{2}[ ,]{1,2}$")
_TOLL_FREE = frozenset("800 888 877 866 855 844 833".split())  # noqa: SIM905
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_FREE = frozenset(
    """
    ameritech aol arcor att bellsouth bigpond blueyonder bluewin btinternet btopenworld
    cableone centurylink centurytel charter cogeco comcast compuserve cox earthlink
    email embarqmail excite fastmail free freenet frontier gmail gmx googlemail hetnet
    hey hotmail hushmail icloud iinet juno kpnmail laposte libero live mac mail mailbox
    mchsi me mindspring msn netscape netzero ntlworld optonline optusnet orange outlook
    pacbell pm pobox posteo prodigy proton protonmail rocketmail rogers roadrunner rr
    sasktel sbcglobal shaw sky snet suddenlink swbell sympatico talktalk telenet telus
    terra tiscali tutanota verizon videotron virginmedia wanadoo web windstream wp
    xs4all yahoo yandex ymail zoho
    """.split()  # noqa: SIM905
)
_OF_SERVICE = re.compile(
    r"(?i:group|meeting|grupo|groupe|gruppe|recovery|sober|sobriety|serenity|anonymous"
    r"|fellowship|intergroup|district|area|office|info|contact|hello|help|secretary"
    r"|treasurer|chair|gsr|rep|registrar|webmaster|admin|zoom|online|morning|noon|night"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|women|mens|young|step"
    r"|bigbook|hope|freedom|newcomer|hotline|heroin|\bha\b|\baa\b|\bna\b|\bca\b|service"
    r"|welcome|literature|events|h\.a)"
)
_PASSWORD = re.compile(
    r"(?i:(?<![\w-])(?:pass ?-?(?:word|code|wort|phrase)s?|pwd?|p/w|pin(?: ?code)?|"
    r"(?:access|security|entry|meeting) code|mot de passe|contrase(?:ñ|n)a|clave|senha"
    r"|kennwort|пароль|код доступа)"
    r"(?:[ ]{1,2}(?:is|es|est|ist|for [^\n:]{0,30}))?"
    r"[ ]{0,2}[:=–#-]?[ ]{0,2})"
    r"[\"“'\u2018«]?(?P<word>[^\s\"“”'’«»<>()]{1,64})"
)
_IN_AN_ADDRESS = re.compile(
    r"(?i:[?&](?:pwd|passcode|password|p)=)(?P<word>[\w.%-]{1,200})"
)
_DIALLED = re.compile(r"[+\d ().-]{7,30},{1,4}\d{5,15}#(?=,)")
_NO_PASSWORD = frozenset(
    """
    required needed protected is not no none and or the a to for if will please via by
    from on in at are available same changes with upon use before contact call email ask
    below above sent provided given only will can may number same, required. needed.
    """.split()  # noqa: SIM905
)
_SECRET_PARAMETERS = frozenset(("pwd", "passcode", "password", "pw"))


def phones(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where a telephone number stands that is not one of service.

    ``known`` are the last nine figures of numbers that may be shown.
    """
    for match in _PHONE.finditer(text):
        figures = re.sub(r"\D", "", match[0])
        if tail(figures) in known or not _is_phone(match[0], figures):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        is_part = before and (before[-1].isalnum() or before[-1] in _NOT_BEFORE)
        is_zip_code = _ZIP_CODE.fullmatch(match[0]) and _STATE.search(before)
        if not (is_part or is_zip_code or _CONFERENCE.search(before)):
            yield match.span()


def tail(number: str) -> str:
    """Return what is left of a number without its country: its last nine figures."""
    return re.sub(r"\D", "", number)[-9:]


def emails(
    text: str, own: Collection[str] = (), names: Collection[str] = ()
) -> Iterator[tuple[int, int]]:
    """Yield where an address stands that may be a person’s.

    ``own`` are addresses and domains that may be shown, in lower case; ``names`` are
    first names beside those of the list.
    """
    for match in _EMAIL.finditer(text):
        address = match[0].lower().rstrip(".")
        local, _at, domain = address.partition("@")
        if (
            address not in own
            and domain not in own
            and _is_personal(local, domain, names)
        ):
            yield match.start(), match.start() + len(address)


def passwords(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the password of a meeting stands, without the word before it."""
    for pattern in (_PASSWORD, _IN_AN_ADDRESS):
        for match in pattern.finditer(text):
            word = match["word"].rstrip(".,;")
            if word.lower() not in _NO_PASSWORD and _is_secret(match[0], word):
                yield match.start("word"), match.start("word") + len(word)


def without_password(address: str) -> str:
    """Return a link, or a number to dial, without the password that is in it."""
    if dialled := _DIALLED.match(address):
        return dialled[0]
    parts = urlsplit(address)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    left = [pair for pair in asked if pair[0].lower() not in _SECRET_PARAMETERS]
    if len(left) == len(asked):
        return address
    return urlunsplit(parts._replace(query=urlencode(left)))


def _is_phone(said: str, figures: str) -> bool:
    if _DATE.search(said) or _HOURS.search(said):
        return False
    if figures.removeprefix("1")[:3] in _TOLL_FREE:
        return False
    is_short = len(figures) == 7 and re.fullmatch(r"\d{3}[-. ]\d{4}", said)
    return bool(is_short) or 9 <= len(figures) <= 15


def _is_personal(local: str, domain: str, names: Collection[str]) -> bool:
    """Tell whether somebody’s name is in it, or nothing says that it is of service."""
    words = [each for each in re.split(r"[\d._+-]+", local) if each]
    if any(each in FIRST_NAMES or each in names for each in words if len(each) > 2):
        return True
    is_free = not _FREE.isdisjoint((domain.split(".")[0], domain.split(".")[-2]))
    return is_free and not _OF_SERVICE.search(local)


def _is_secret(said: str, word: str) -> bool:
    """Tell whether what follows “password” is one: behind a sign, or with a figure."""
    has_sign = re.search(r"[:=–#\"“'\u2018«]", said) is not None
    has_figure = any(each.isdigit() for each in word)
    return has_sign or has_figure or " is " in said.lower()
