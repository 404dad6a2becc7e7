"""The roll call: how many groups are here, and whether they make a quorum."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.business.majorities import quorum
from intergroup.business.models import Attendance, BusinessMeeting

PARTS = {
    Fraction(1, 2): gettext_lazy("More than half of the groups on the roll"),
    Fraction(1, 3): gettext_lazy("More than one-third of the groups on the roll"),
    Fraction(2, 3): gettext_lazy("More than two-thirds of the groups on the roll"),
    Fraction(1, 4): gettext_lazy("More than one-quarter of the groups on the roll"),
    Fraction(3, 4): gettext_lazy("More than three-quarters of the groups on the roll"),
    Fraction(0): gettext_lazy("One group or more"),
    Fraction(1): gettext_lazy("Every group on the roll"),
}


@dataclass(frozen=True, slots=True)
class Present:
    """One group that has answered, and who speaks for it."""

    group: str
    person: str
    is_alternate: bool
    has_vote: bool


@dataclass(frozen=True, slots=True)
class RollCall:
    """``here`` of ``roll`` groups are here with a vote; ``needed`` make a quorum."""

    here: int
    roll: int
    needed: int
    rule: str
    groups: tuple[Present, ...]

    @property
    def has_quorum(self) -> bool:
        """Whether enough groups are here."""
        return self.here >= self.needed

    @property
    def votes_here(self) -> int:
        """How many votes are here: one for each group that has one."""
        return self.here

    @property
    def votes_on_roll(self) -> int:
        """How many votes there would be if everybody on the roll were here."""
        return self.roll

    @property
    def rule_in_words(self) -> str:
        """The quorum rule with its number: “More than half …: 7 of 12.”"""
        if not self.roll:
            return f"{self.rule}."
        params = {"rule": self.rule, "needed": self.needed, "roll": self.roll}
        return _("%(rule)s: %(needed)s of %(roll)s.") % params

    @property
    def in_words(self) -> str:
        """What the chair says while the roll is called."""
        if not self.roll:
            return _("No group is on the roll yet, so a quorum cannot be counted.")
        clauses = {"here": self._here(), "needed": self._needed()}
        if self.has_quorum:
            return _("There is a quorum: %(here)s, %(needed)s.") % clauses
        return _("There is no quorum yet: %(here)s, %(needed)s.") % clauses

    @property
    def on_record(self) -> str:
        """What the record says afterwards."""
        params = {"here": self.here, "roll": self.roll, "needed": self.needed}
        told = ngettext(
            "%(here)s of %(roll)s groups with a vote; %(needed)s was needed.",
            "%(here)s of %(roll)s groups with a vote; %(needed)s were needed.",
            self.needed,
        )
        if self.has_quorum:
            return told % params
        return f"{told % params} {_('There was no quorum.')}"

    def _here(self) -> str:
        params = {"here": self.here, "roll": self.roll}
        told = ngettext(
            "%(here)s of %(roll)s groups is here",
            "%(here)s of %(roll)s groups are here",
            self.here,
        )
        return told % params

    def _needed(self) -> str:
        told = ngettext("%(n)s is needed", "%(n)s are needed", self.needed)
        return told % {"n": self.needed}


def roll_call(meeting: BusinessMeeting) -> RollCall:
    """Return the roll call of a saved meeting; only groups with a vote count."""
    rows = meeting.roll.select_related("group", "person").order_by("group__number")
    groups = tuple(_present(row) for row in rows)
    roll = meeting.count_roll()
    return RollCall(
        here=sum(each.has_vote for each in groups),
        roll=roll,
        needed=quorum(roll, parts=meeting.quorum_parts, of=meeting.quorum_of),
        rule=rule(meeting.quorum_parts, meeting.quorum_of),
        groups=groups,
    )


def rule(parts: int, of: int) -> str:
    """Return the quorum rule in words: “More than half of the groups on the roll”."""
    if known := PARTS.get(Fraction(parts, of)):
        return str(known)
    params = {"parts": parts, "of": of}
    return _("More than %(parts)s in %(of)s of the groups on the roll") % params


def _present(row: Attendance) -> Present:
    return Present(
        group=str(row.group),
        person=str(row.person) if row.person else "",
        is_alternate=row.is_alternate,
        has_vote=row.has_vote,
    )
