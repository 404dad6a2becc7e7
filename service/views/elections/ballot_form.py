"""The totals of one ballot: a row for each name, a box for the room and one online."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit.rules import show_rule
from service.models import Ballot, BallotCount, Election
from service.views.elections.writing import PlainForm
from service.voting import Fault, Next, Step

MOST = 1_000_000
BOXES = {  # beside which box it stands that something cannot be right
    Fault.MORE_THAN_HANDED_OUT: "handed_out",
    Fault.MORE_THAN_ONLINE_VOTERS: "voters_online",
    Fault.BALLOTS_NOT_TOLD: "valid_in_room",
    Fault.BALLOTS_DO_NOT_FIT: "valid_in_room",
}


class CountField(forms.IntegerField):
    """How many: a whole number, and None for an empty box."""

    default_error_messages = {
        "invalid": gettext_lazy("Write a whole number."),
        "min_value": gettext_lazy("There cannot be fewer than none."),
        "max_value": gettext_lazy("There cannot be as many as that."),
    }

    def __init__(self, **attributes: object) -> None:
        box = {"inputmode": "numeric", "autocomplete": "off", "size": 4, **attributes}
        widget = forms.TextInput(attrs=box)
        super().__init__(required=False, min_value=0, max_value=MOST, widget=widget)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: ``kind`` says what it counts, ``boxes`` are the names of its two."""

    label: str
    kind: str
    boxes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands on the page."""

    line: Line
    in_room: forms.BoundField
    online: forms.BoundField

    @property
    def errors(self) -> list[str]:
        """What is wrong in either box."""
        return [*self.in_room.errors, *self.online.errors]


class BallotForm(PlainForm):
    """One ballot as it is counted at the table.

    Each name, or each of yes and no, has a number in one of its boxes at least, if only
    a 0: a row that was passed over would change what elects.
    """

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Mapping | None, *, after: Next, names: Mapping[int, str]
    ) -> None:
        super().__init__(data, initial={"number": after.number})
        self.after = after
        self.has_several = after.seats > 1 and after.step != Step.YES_NO
        self.lines = tuple(_lines(after, names))
        for line in self.lines:
            for side, name in zip(("in-room", "online"), line.boxes, strict=True):
                labels = f"of-{side} of-{line.boxes[0]}"
                self.fields[name] = CountField(**{"aria-labelledby": labels})

    def rows(self) -> Iterator[Row]:
        """Give the rows as they stand on the page."""
        for line in self.lines:
            in_room, online = line.boxes
            yield Row(line, self[in_room], self[online])

    def clean(self) -> dict[str, object]:
        """Ask for a number where a name, or an answer, has none."""
        data = super().clean()
        typed = {name for name, each in data.items() if each is not None} - {"number"}
        if not typed and not self.errors:
            raise ValidationError(_("Nothing is written down yet."), code="empty")
        for line in self.lines:
            is_told = typed.union(self.errors).intersection(line.boxes)
            if line.kind == "votes" and not is_told:
                told = _("%s: write a number, or 0 if there was no vote.") % line.label
                self.add_error(line.boxes[0], ValidationError(told, code="no_number"))
        return data

    def ballot(self, election: Election) -> tuple[Ballot, list[BallotCount]]:
        """Return what was typed, unsaved: the ballot, and a count for each name."""
        ballot = Ballot(election=election, number=self.after.number)
        for field in Ballot._meta.concrete_fields:
            if field.name in self.fields and field.name != "number":
                typed = self.cleaned_data[field.name]
                setattr(ballot, field.name, typed if field.null else typed or 0)
        if self.after.step == Step.YES_NO:
            return ballot, []
        counts = [
            BallotCount(
                nomination_id=each,
                in_room=self.cleaned_data[f"in_room-{each}"] or 0,
                online=self.cleaned_data[f"online-{each}"] or 0,
            )
            for each in self.after.among
        ]
        return ballot, counts

    def show(self, error: ValidationError) -> None:
        """Put the sentences of what cannot be right at their boxes."""
        if hasattr(error, "error_dict"):
            show_rule(self, error)
            return
        for each in error.error_list:
            box = BOXES.get(each.code)
            self.add_error(box if box in self.fields else None, each)


def _lines(after: Next, names: Mapping[int, str]) -> Iterator[Line]:
    is_yes_no = after.step == Step.YES_NO
    if is_yes_no:
        yield Line(_("Yes"), "votes", ("ayes_in_room", "ayes_online"))
        yield Line(_("No"), "votes", ("noes_in_room", "noes_online"))
    else:
        for each in after.among:
            yield Line(names[each], "votes", (f"in_room-{each}", f"online-{each}"))
    yield Line(_("Blank"), "blank", ("blank_in_room", "blank_online"))
    yield Line(_("Not valid"), "invalid", ("invalid_in_room", "invalid_online"))
    if after.seats > 1 and not is_yes_no:
        yield Line(_("Valid ballots"), "valid", ("valid_in_room", "valid_online"))
    yield Line(_("Handed out"), "given", ("handed_out", "voters_online"))
