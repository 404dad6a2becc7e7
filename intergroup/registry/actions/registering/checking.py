"""What a form must be to be kept: everything in it is checked here again."""

from collections.abc import Iterator, Mapping, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.boxes import Boxes, Offered
from intergroup.registry.actions.registering.group_boxes import GroupBoxes
from intergroup.registry.actions.registering.meeting_boxes import MeetingBoxes
from intergroup.registry.actions.registering.people_boxes import (
    ContactBoxes,
    KitBoxes,
    PauseBoxes,
    SenderBoxes,
)
from intergroup.registry.actions.registering.proposals import Proposal, said
from intergroup.registry.models import Group, Registration

Kind = Registration.Kind
MOST_MEETINGS = 40
MOST_CONTACTS = 2
PARTS = frozenset(("group", "meetings", "contacts"))
_OF_KIND = {
    Kind.NEW: (SenderBoxes, KitBoxes),
    Kind.CHANGE: (SenderBoxes,),
    Kind.PAUSE: (SenderBoxes, PauseBoxes),
    Kind.CLOSE: (SenderBoxes,),
}


def checked(
    proposed: Proposal, *, now: Proposal | None, offered: Offered
) -> dict[str, object]:
    """Return a proposal as it may be kept; ``now`` is what the register says.

    Raises ValidationError, keyed by the path to what is to blame: ``meetings.0.time``.
    """
    _check_shape(proposed)
    errors: dict[str, list[ValidationError]] = {}
    group = _group(proposed.get("group") or {}, now, offered, errors)
    meetings = list(_meetings(proposed.get("meetings") or (), now, offered, errors))
    contacts = [
        _row(ContactBoxes, each, None, f"contacts.{place}", offered, errors)
        for place, each in enumerate(proposed.get("contacts") or ())
    ]
    if errors:
        raise ValidationError(errors)
    return {"group": group, "meetings": meetings, "contacts": contacts}


def check_sender(registration: Registration, *, offered: Offered) -> None:
    """Hold what a form says beside its proposal to the boxes of its kind."""
    errors: dict[str, list[ValidationError]] = {}
    for boxes in _OF_KIND[registration.kind]:
        words = {n: said(getattr(registration, n)) for n in boxes.base_fields}
        _row(boxes, words, None, "", offered, errors)
    if errors:
        raise ValidationError(errors)


def check_group(registration: Registration) -> None:
    """Refuse a form about a group that is not there to be changed."""
    group = registration.group
    if registration.kind == Kind.NEW and group:
        raise ValidationError(_("A new group has no number yet."), code="has_a_number")
    if group and group.status in Group.GONE:
        sentence = _("This group is closed. Register it as a new one, or write to us.")
        raise ValidationError(sentence, code="group_is_gone")


def check_substance(registration: Registration) -> None:
    """Refuse a form that says nothing."""
    proposed = registration.proposed
    if registration.kind == Kind.NEW and not proposed["meetings"]:
        sentence = _("Say when and where the group meets.")
        raise ValidationError(sentence, code="no_meeting")
    is_told = any(proposed.values()) or registration.remarks
    is_told = is_told or registration.is_contact_offered
    if registration.kind == Kind.CHANGE and not is_told:
        sentence = _("Nothing here differs from what the register says already.")
        raise ValidationError(sentence, code="nothing_changed")


def _check_shape(proposed: Proposal) -> None:
    """Refuse what is no mapping of text, and rows of it; and more than a form holds."""
    if not isinstance(proposed, Mapping) or set(proposed) - PARTS:
        raise _misshapen()
    rows = [proposed.get("group") or {}]
    for part, most in (("meetings", MOST_MEETINGS), ("contacts", MOST_CONTACTS)):
        said = proposed.get(part) or []
        if not isinstance(said, list):
            raise _misshapen()
        if len(said) > most:
            sentence = _("That is too much for one form. Send it in two.")
            raise ValidationError(sentence, code="too_many_rows")
        rows += said
    if not all(map(_is_text, rows)):
        raise _misshapen()


def _is_text(row: object) -> bool:
    """Tell whether a row holds text only, and lists of text where there is choice."""
    if not isinstance(row, Mapping):
        return False
    lists = [each for each in row.values() if isinstance(each, list)]
    texts_in = [each for each in row.values() if not isinstance(each, list)]
    texts_in += [each for one in lists for each in one]
    is_in_place = all(isinstance(row[n], list) == (n == "types") for n in row)
    return is_in_place and all(isinstance(each, str) for each in texts_in)


def _misshapen() -> ValidationError:
    sentence = _("This is not a form of ours. Load the page, and send it again.")
    return ValidationError(sentence, code="misshapen")


def _group(
    words: Proposal,
    now: Proposal | None,
    offered: Offered,
    errors: dict[str, list[ValidationError]],
) -> dict[str, object]:
    shown = now["group"] if now else None
    return _row(GroupBoxes, words, shown, "group", offered, errors)


def _meetings(
    rows: Sequence[Proposal],
    now: Proposal | None,
    offered: Offered,
    errors: dict[str, list[ValidationError]],
) -> Iterator[dict[str, object]]:
    there = {each["slug"]: each for each in now["meetings"]} if now else {}
    for place, row in enumerate(rows):
        words = dict(row)
        slug, gone = words.pop("slug", ""), words.pop("gone", "")
        if slug and slug not in there:
            sentence = _("This meeting is not one of this group’s.")
            raise ValidationError(sentence, code="foreign_meeting")
        about = {"slug": slug} if slug else {}
        if gone and slug:
            yield about | {"gone": "yes"}
            continue
        path = f"meetings.{place}"
        yield about | _row(MeetingBoxes, words, there.get(slug), path, offered, errors)


def _row(
    boxes: type[Boxes],
    words: Proposal,
    shown: Proposal | None,
    path: str,
    offered: Offered,
    errors: dict[str, list[ValidationError]],
) -> dict[str, object]:
    """Return the words of one row as they may be kept, or add to the errors."""
    if set(words) - set(boxes.base_fields):
        raise _misshapen()
    if not words and shown is not None:
        return {}
    form = boxes({**(shown or {}), **words}, offered=offered, shown=shown)
    for name, found in form.errors.as_data().items():
        at = path if name == NON_FIELD_ERRORS else f"{path}.{name}".strip(".")
        errors.setdefault(at, []).extend(found)
    if not form.is_valid():
        return {}
    kept = form.words()
    return {name: kept[name] for name in words} if shown is not None else kept
