"""What a form about a group shows of it: what everybody may read, and no more."""

from intergroup.registry.actions.registering.proposals import Proposal, present
from intergroup.registry.models import Directory, Group
from intergroup.registry.publishing import PublishedGroup, PublishedMeeting, published
from intergroup.registry.publishing.records import WORDS_OF_GROUP, WORDS_OF_MEETING

OPEN_OF_GROUP = ("name", *WORDS_OF_GROUP)
UNPUBLISHED_OF_MEETING = (
    "slug",
    "name",
    "day",
    "time",
    "end_time",
    "weeks",
    "first_on",
    "last_on",
    "attendance",
    "types",
    "location",
    "address",
)


def shown_of(group: Group) -> dict[str, object]:
    """Return what the boxes of a change hold, in the shape of a proposal.

    What the directory holds back is empty here, and stays as it is when it is not
    filled in; of a group that is not listed now, only what says which meeting is meant.
    """
    now = present(group)
    if not Directory.objects.current().is_published:
        return {"group": _only(now["group"], ("name",)), "meetings": []}
    told = {
        each.slug: each
        for each in published().meetings
        if each.group and each.group.pk == group.pk
    }
    one = next(iter(told.values()), None)
    return {
        "group": _group(now["group"], one.group if one else None),
        "meetings": [
            _meeting(each, told.get(each["slug"])) for each in now["meetings"]
        ],
    }


def _group(words: Proposal, told: PublishedGroup | None) -> dict[str, object]:
    if told is None:
        return _only(words, ("name",))
    return {**words, **{name: getattr(told, name) for name in OPEN_OF_GROUP}}


def _meeting(words: Proposal, told: PublishedMeeting | None) -> dict[str, object]:
    if told is None:
        return _only(words, UNPUBLISHED_OF_MEETING)
    shown = {**words, **{name: getattr(told, name) for name in WORDS_OF_MEETING}}
    return {**shown, "location_notes": told.place.notes if told.place else ""}


def _only(words: Proposal, names: tuple[str, ...]) -> dict[str, object]:
    return {name: value if name in names else "" for name, value in words.items()}
