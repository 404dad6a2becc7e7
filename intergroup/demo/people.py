"""Who speaks for the groups, and who signs in. A person is “Amara K.” and no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intergroup.demo.body import DOMAIN
from intergroup.demo.groups import GROUPS, GroupRow
from intergroup.demo.names import FIRST_NAMES, INITIALS
from intergroup.demo.service import SEATS
from intergroup.demo.story import Story, chance
from intergroup.kit.dates import add_months

REPRESENTATIVE_SIGNS_IN_FOR = 5
WITHOUT_REPRESENTATIVE = {46, 52, 53, 25}
WITHOUT_ALTERNATE = {2, 8, 14, 17, 21, 29, 33, 38, 40, 42, 45, 48, 56, 57, 60, 61}
HAD_ANOTHER_BEFORE = {1, 3, 5, 9, 15, 18, 22, 25, 26, 34, 36, 43}


@dataclass(frozen=True, slots=True)
class RepresentativeRow:
    """One person’s turn for one group; ``ends_on`` is the first day without them."""

    group: int
    person: str
    is_alternate: bool
    began_on: date
    ends_on: date | None = None

    def is_serving_on(self, day: date) -> bool:
        """Whether they spoke for the group on ``day``."""
        return self.began_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who signs in: in which role (empty for the administrator), and who."""

    mailbox: str
    role: str
    position: str
    person: str

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.mailbox}@{DOMAIN}"


def representatives(story: Story) -> tuple[RepresentativeRow, ...]:
    """Return who speaks for each group on the roll, and who did before."""
    names = _new_people()
    dice = chance("representatives")
    rows = []
    for group in GROUPS:
        if group.is_on_the_roll:
            months_ago = min(group.age, dice.randint(6, 20))
            began_on = story.months_ago(months_ago, day=dice.randint(1, 28))
            rows += _of_group(group, began_on, names, story.today)
    return tuple(rows)


def sign_ins(rows: tuple[RepresentativeRow, ...]) -> tuple[SignIn, ...]:
    """Return one sign-in for each role, and the administrator’s."""
    serving = {seat.position: seat.person for seat in SEATS if seat.is_serving}
    speaker = next(
        row.person
        for row in rows
        if row.group == REPRESENTATIVE_SIGNS_IN_FOR
        and not (row.ends_on or row.is_alternate)
    )
    return (
        SignIn("treasurer", "Treasurer", "Treasurer", serving["Treasurer"]),
        SignIn("secretary", "Secretary", "Secretary", serving["Secretary"]),
        SignIn("registrar", "Registrar", "Registrar", serving["Registrar"]),
        SignIn("chair", "Chair", "Chair", serving["Chair"]),
        SignIn("representative", "Representative", "", speaker),
        SignIn("reviewer", "Reviewer", "Books reviewer", serving["Books reviewer"]),
        SignIn("administrator", "", "Web and phone", serving["Web and phone"]),
    )


def _of_group(
    group: GroupRow, began_on: date, names: Iterator[str], today: date
) -> list[RepresentativeRow]:
    rows, began_on = [], min(began_on, today)
    number = group.number
    if number not in WITHOUT_REPRESENTATIVE:
        rows.append(RepresentativeRow(number, next(names), False, began_on))  # noqa: FBT003
    if number not in WITHOUT_REPRESENTATIVE | WITHOUT_ALTERNATE:
        later = min(add_months(began_on, 2), today)
        rows.append(RepresentativeRow(number, next(names), True, later))  # noqa: FBT003
    if number in HAD_ANOTHER_BEFORE:
        before = add_months(began_on, -24)
        rows.append(RepresentativeRow(number, next(names), False, before, began_on))  # noqa: FBT003
    return rows


def _new_people() -> Iterator[str]:
    """Yield people nobody has met yet, each with a first name of their own."""
    dice = chance("people")
    names = list(FIRST_NAMES)
    dice.shuffle(names)
    for name in names:
        yield f"{name} {dice.choice(INITIALS)}."
