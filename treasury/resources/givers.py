"""Words that say what kind of giver a row speaks of, where it is no group."""

from treasury.models import Contribution

Source = Contribution.Source

MEMBER_WORDS = frozenset(
    (
        "member",
        "members",
        "a member",
        "individual",
        "individuals",
        "individual contribution",
        "individual contributions",
        "member contribution",
        "member contributions",
        "7th ind",
        "anonymous",
        "anonymous member",
        "personal",
    )
)
BIRTHDAY_WORDS = frozenset(
    (
        "birthday",
        "birthdays",
        "birthday plan",
        "birthday contribution",
        "birthday contributions",
    )
)
BASKET_WORDS = frozenset(
    (
        "basket",
        "meeting basket",
        "business meeting basket",
        "business meeting collection",
        "business meeting collections",
    )
)
# A group may be called so: these count only where the file speaks of kinds.
EVENT_WORDS = frozenset(("event", "events", "fundraiser", "fundraising", "activity"))
ANYWHERE = {
    **dict.fromkeys(MEMBER_WORDS, Source.MEMBER),
    **dict.fromkeys(BIRTHDAY_WORDS, Source.BIRTHDAY),
    **dict.fromkeys(BASKET_WORDS, Source.BASKET),
}
KINDS = {**ANYWHERE, **dict.fromkeys(EVENT_WORDS, Source.EVENT)}
