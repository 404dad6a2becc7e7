"""The meeting types that a list names; those the register lacks are added."""

from collections.abc import Iterable

from intergroup.registry.actions.listing.records import Listing
from intergroup.registry.models import MeetingType


def types_by_code(listings: Iterable[Listing]) -> dict[str, MeetingType]:
    """Return every type by its code, after adding those that are new."""
    known = {each.code: each for each in MeetingType.objects.all()}
    wanted = {kind.code: kind for each in listings for kind in each.kinds}
    new = [
        MeetingType(code=kind.code, name=kind.name, aa_code=kind.aa_code)
        for code, kind in sorted(wanted.items())
        if code not in known
    ]
    for added in MeetingType.objects.bulk_create(new):
        known[added.code] = added
    return known
