"""The whole form of one kind: its boxes, put together and taken apart again."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.boxes import Boxes, Offered
from intergroup.registry.actions.registering.checking import MOST_MEETINGS
from intergroup.registry.actions.registering.group_boxes import GroupBoxes
from intergroup.registry.actions.registering.people_boxes import (
    KINDS,
    ContactBoxes,
    KitBoxes,
    PauseBoxes,
    SenderBoxes,
)
from intergroup.registry.actions.registering.proposals import Proposal
from intergroup.registry.models import Group, Registration
from intergroup.registry.views.sending.rows import MeetingRow, shown_in_row

Kind = Registration.Kind
ROWS = "rows"


class Sheet:
    """A form of one kind: given out empty or filled in, or as it was sent.

    ``shown`` is what a change is told of the group. Raises ValidationError where what
    was sent is no form of ours (``misshapen``, ``foreign_meeting``).
    """

    def __init__(
        self,
        kind: str,
        *,
        offered: Offered,
        shown: Proposal | None = None,
        data: QueryDict | None = None,
    ) -> None:
        self.kind, self.offered, self.shown, self.data = kind, offered, shown, data
        self.group = self.kit = self.pause = None
        self.meetings: list[MeetingRow] = []
        self.contacts: list[ContactBoxes] = []
        self.sender = self._boxes(SenderBoxes, "")
        if kind in (Kind.NEW, Kind.CHANGE):
            about = shown["group"] if shown else None
            self.group = self._boxes(GroupBoxes, "group", about)
            self.meetings = list(self._rows())
            self.contacts = list(self._contacts())
        if kind == Kind.NEW:
            self.kit = self._boxes(KitBoxes, "")
        if kind == Kind.PAUSE:
            self.pause = self._boxes(PauseBoxes, "")

    @property
    def rows(self) -> int:
        """How many meetings the page has boxes for."""
        return len(self.meetings)

    @property
    def parts(self) -> list[Boxes]:
        """All boxes, in the order of the page."""
        once = [self.group, *self.meetings, *self.contacts, self.kit, self.pause]
        return [each for each in (*once, self.sender) if each is not None]

    def is_valid(self) -> bool:
        """Check every box that somebody wrote in."""
        return not self.mistakes()

    def mistakes(self) -> list[str]:
        """Return the names of the boxes to blame, never what stands in them."""
        return [part.add_prefix(name) for part in self.parts for name in part.errors]

    def with_another_row(self) -> None:
        """Add boxes for one more meeting; what is typed stays, nothing is blamed."""
        for place, row in enumerate(self.meetings):
            self.meetings[place] = row.as_typed()
        if self.rows < MOST_MEETINGS:
            self.meetings.append(
                MeetingRow(offered=self.offered, prefix=f"m{self.rows}")
            )
        self.contacts = [each.as_typed() for each in self.contacts]
        for name in ("group", "kit", "pause", "sender"):
            if boxes := getattr(self, name):
                setattr(self, name, boxes.as_typed())

    def registration(self, group: Group | None) -> Registration:
        """Return what was sent as an unsaved row; call it after ``is_valid``."""
        found = Registration(kind=self.kind, group=group, proposed=self._proposal())
        for boxes in (self.sender, self.kit, self.pause):
            for name, value in boxes.cleaned_data.items() if boxes else ():
                setattr(found, name, value)
        return found

    def _proposal(self) -> dict[str, object]:
        if self.group is None:
            return {}
        words = self.group.words()
        if self.shown:
            words = {name: words[name] for name in self.group.changed()}
        name = str(self.group.cleaned_data["name"])
        return {
            "group": words,
            "meetings": [
                each
                for row in self.meetings
                if row.cleaned_data
                for each in row.proposals(name=name)
            ],
            "contacts": [c.words() for c in self.contacts if c.cleaned_data],
        }

    def _boxes(
        self, boxes: type[Boxes], prefix: str, shown: Mapping | None = None
    ) -> Boxes:
        made = boxes(self.data, offered=self.offered, shown=shown, prefix=prefix)
        made.may_be_left = shown is None and boxes in (MeetingRow, ContactBoxes)
        return made

    def _contacts(self) -> Iterator[ContactBoxes]:
        for kind in KINDS:
            boxes = self._boxes(ContactBoxes, f"{kind}")
            boxes.fields["kind"].initial = kind.value
            yield boxes

    def _rows(self) -> Iterator[MeetingRow]:
        there = self.shown["meetings"] if self.shown else []
        if self.data is None:
            for place, meeting in enumerate(there):
                yield self._boxes(MeetingRow, f"m{place}", shown_in_row(meeting))
            if not there:
                yield self._boxes(MeetingRow, "m0")
            return
        known = {each["slug"]: shown_in_row(each) for each in there}
        for place in range(self._count()):
            slug = self.data.get(f"m{place}-slug", "")
            if slug and slug not in known:
                sentence = _("One of these meetings is not in the register any more.")
                raise ValidationError(sentence, code="foreign_meeting")
            yield self._boxes(MeetingRow, f"m{place}", known.get(slug))

    def _count(self) -> int:
        said = self.data.get(ROWS, "1")
        if said.isascii() and said.isdigit() and int(said[:9]) <= MOST_MEETINGS:
            return int(said)
        raise ValidationError(_("This is not a form of ours."), code="misshapen")
