"""Words behind a first name that are nobody’s surname, and words that lead to one.

The lists are beside this file, in ``words``. The first names are those of the census of
the United States (public domain) and of Faker’s people (MIT), without plain English
words.
"""

from pathlib import Path


def _words(name: str) -> frozenset[str]:
    path = Path(__file__).parent / "words" / f"{name}.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


FIRST_NAMES = _words("first_names")
OF_PLACES = _words("of_places")
BEFORE_PLACES = _words("before_places")
PLAIN = _words("plain") | OF_PLACES
LEADS = (
    "contact",
    "contacts",
    "contact person",
    "call",
    "text",
    "phone",
    "e-mail",
    "email",
    "ask for",
    "speak to",
    "speak with",
    "talk to",
    "see",
    "hosted by",
    "host",
    "chaired by",
    "chairperson",
    "chair",
    "led by",
    "secretary",
    "treasurer",
    "gsr",
    "igr",
    "alternate",
    "sponsor",
    "leader",
    "speaker",
    "in memory of",
    "contacto",
    "llame a",
    "llamar a",
    "contactez",
    "kontakt",
    "контакт",
    "звонить",
)
FIRST_NAMES_OF_TWO = frozenset(
    (
        *((first, "ann") for first in ("mary", "jo", "ruth", "sue", "carol", "beth")),
        *((first, "jane") for first in ("mary", "sarah", "betty")),
        *((first, "jo") for first in ("mary", "betty", "bobbie", "billie")),
        *((first, "lou") for first in ("mary", "betty")),
        *((first, "sue") for first in ("mary", "peggy", "betty")),
        ("mary", "beth"),
        ("ann", "marie"),
        ("anne", "marie"),
        ("anna", "marie"),
    )
)
FAMOUS = FIRST_NAMES_OF_TWO | frozenset(
    (
        ("martin", "luther"),
        ("luther", "king"),
        ("cesar", "chavez"),
        ("john", "muir"),
        ("mary", "star"),
        ("bill", "wilson"),
        ("bob", "smith"),
        ("thomas", "aquinas"),
        ("thomas", "more"),
        ("john", "paul"),
        ("john", "bosco"),
        ("maria", "goretti"),
        ("francis", "xavier"),
        ("don", "bosco"),
        ("carl", "jung"),
        ("reinhold", "niebuhr"),
        ("emmet", "fox"),
    )
)
