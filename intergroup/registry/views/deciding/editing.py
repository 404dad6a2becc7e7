"""The proposal in boxes, every value of which the office may change."""

from collections.abc import Iterator, Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from intergroup.registry.actions.registering.boxes import Boxes, Offered
from intergroup.registry.actions.registering.group_boxes import GroupBoxes
from intergroup.registry.actions.registering.meaning import by_slug, meaning_today
from intergroup.registry.actions.registering.meeting_boxes import MeetingBoxes
from intergroup.registry.actions.registering.people_boxes import ContactBoxes
from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.models import Registration

Data = Mapping[str, object] | None


class EditedMeeting(MeetingBoxes):
    """A meeting, which the office may also leave out or take off the list."""

    gone = forms.BooleanField(label=_("Not in the list (any more)"), required=False)

    def clean(self) -> dict[str, object]:
        """Ask nothing more of a meeting that is not listed."""
        data = super().clean()
        if data.get("gone"):
            for name in list(self.errors):
                del self.errors[name]
        return data


class Edited:
    """All the boxes of one form: of the group, of its meetings and of its contacts."""

    def __init__(
        self, registration: Registration, data: Data = None, *, today: date
    ) -> None:
        self.offered = Offered.on(today)
        meant = meaning_today(registration)
        there = present(registration.group) if registration.group else {}
        now = by_slug(there)
        self.slugs = [each.get("slug", "") for each in meant["meetings"]]
        shown = there.get("group")
        self.group = self._boxes(GroupBoxes, data, "group", shown, meant["group"])
        self.meetings = [
            self._boxes(
                EditedMeeting, data, f"meeting{n}", now.get(each.get("slug", "")), each
            )
            for n, each in enumerate(meant["meetings"])
        ]
        self.contacts = [
            self._boxes(ContactBoxes, data, f"contact{n}", None, each)
            for n, each in enumerate(meant["contacts"])
        ]

    def is_valid(self) -> bool:
        """Check every box, so that all that is wrong is shown at once."""
        found = [each.is_valid() for each in self._all() if not _is_left_out(each)]
        return all(found)

    @property
    def errors(self) -> bool:
        """Whether anything is wrong, for the title of the page."""
        return any(each.is_bound and each.errors for each in self._all())

    def proposal(self) -> dict[str, object]:
        """Return what the boxes hold, without what is as the register has it."""
        meetings = [
            {**({"slug": slug} if slug else {}), **_said(boxes)}
            for slug, boxes in zip(self.slugs, self.meetings, strict=True)
        ]
        contacts = [e.words() for e in self.contacts if not e.is_blank()]
        group = _said(self.group)
        return {"group": group, "meetings": meetings, "contacts": contacts}

    def _boxes(
        self,
        kind: type[Boxes],
        data: Data,
        prefix: str,
        shown: Mapping[str, object] | None,
        meant: Mapping[str, object],
    ) -> Boxes:
        """Return boxes that hold what is meant; ``shown`` is what the register says."""
        boxes = kind(data, offered=self.offered, shown=shown, prefix=prefix)
        boxes.initial = {**(shown or {}), **meant}
        return boxes

    def _all(self) -> Iterator[Boxes]:
        yield from (self.group, *self.meetings, *self.contacts)


def _said(boxes: Boxes) -> dict[str, object]:
    words = boxes.words()
    if words.get("gone"):
        return {"gone": "yes"}
    return {name: said for name, said in words.items() if not boxes.is_as_it_was(name)}


def _is_left_out(boxes: Boxes) -> bool:
    return isinstance(boxes, ContactBoxes) and boxes.is_blank()
