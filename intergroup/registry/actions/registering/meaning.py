"""What a form means today, where the register has changed since it was sent."""

from collections.abc import Mapping

from intergroup.registry.actions.registering.proposals import Proposal, present
from intergroup.registry.models import Registration

Words = Mapping[str, object]
GONE = "gone"


def meaning_today(registration: Registration) -> dict[str, object]:
    """Return a proposal in which what the sender left alone is as it is today.

    So that accepting an old form takes nothing back that was changed meanwhile. A
    meeting that has left the list since is left out where the form changes nothing
    of it.
    """
    proposed, then = registration.proposed, registration.present
    if registration.kind != Registration.Kind.CHANGE:
        return whole(proposed)
    return three_ways(proposed, then, present(registration.group))


def three_ways(proposed: Proposal, then: Proposal, now: Proposal) -> dict[str, object]:
    """Return ``proposed`` where it differs from ``then``, and ``now`` where not."""
    before, after = by_slug(then), by_slug(now)
    meetings = []
    for each in whole(proposed)["meetings"]:
        slug = each.get("slug", "")
        was, is_now = before.get(slug, {}), after.get(slug)
        if slug and is_now is None and (each.get(GONE) or not differs(each, was)):
            continue
        meetings.append(_merged(each, was, is_now or {}))
    said = whole(proposed)
    group = _merged(said["group"], then.get("group", {}), now.get("group", {}))
    return {"group": group, "meetings": meetings, "contacts": said["contacts"]}


def whole(proposal: Proposal) -> dict[str, object]:
    """Return a proposal with all its three parts, the empty ones too."""
    return {
        "group": dict(proposal.get("group") or {}),
        "meetings": [dict(each) for each in proposal.get("meetings") or ()],
        "contacts": [dict(each) for each in proposal.get("contacts") or ()],
    }


def by_slug(proposal: Proposal) -> dict[str, Words]:
    """Return the meetings that are in the register, by their slug."""
    meetings = proposal.get("meetings") or ()
    return {each["slug"]: each for each in meetings if each.get("slug")}


def differs(said: Words, was: Words) -> bool:
    """Tell whether a part says anything else than it was."""
    return any(value != was.get(name, "") for name, value in said.items())


def _merged(said: Words, was: Words, is_now: Words) -> dict[str, object]:
    return {
        name: is_now[name] if name in is_now and value == was.get(name) else value
        for name, value in said.items()
    }
