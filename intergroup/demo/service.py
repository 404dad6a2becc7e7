"""Committees, positions and who serves: terms ending soon, two vacancies, history."""

from dataclasses import dataclass

COMMITTEES = {
    "Events": "Holds the Area’s events: Unity Day, the river picnic, New Year’s Eve.",
    "Finance": "Reads the books every three months and drafts the yearly budget.",
    "Hospitals and institutions": "Carries the message into hospitals, jails and "
    "treatment centers, where members cannot come to us.",
    "Literature": "Keeps the literature table, and sees that it pays for itself.",
    "Public information": "Lets the public and professionals know that we are here.",
    "Web and phone": "Keeps the web site, the meeting list and the telephone line.",
}


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One position; ``sobriety`` and ``term`` are months."""

    name: str
    mailbox: str
    term: int
    sobriety: int
    duties: str
    committee: str = ""
    role: str = ""
    alternate_of: str = ""
    seats: int = 1
    has_vote: bool = False


POSITIONS = (
    PositionRow(
        "Chair",
        "chair",
        24,
        60,
        "Prepares the agenda with the Secretary, chairs the business meeting, and "
        "signs at the bank together with the Treasurer.",
        role="Chair",
    ),
    PositionRow(
        "Alternate Chair",
        "alternate-chair",
        24,
        36,
        "Chairs when the Chair cannot, keeps the calendar, and helps new committees.",
        alternate_of="Chair",
    ),
    PositionRow(
        "Secretary",
        "secretary",
        12,
        24,
        "Takes the minutes, calls the roll, keeps the book of motions, and sends the "
        "packet to the groups.",
        role="Secretary",
    ),
    PositionRow(
        "Treasurer",
        "treasurer",
        24,
        60,
        "Receives what the groups contribute, pays the bills, keeps the books, and "
        "reports to every business meeting.",
        role="Treasurer",
    ),
    PositionRow(
        "Alternate Treasurer",
        "alternate-treasurer",
        24,
        36,
        "Counts the basket with the Treasurer, learns the books, and stands in.",
        alternate_of="Treasurer",
    ),
    PositionRow(
        "Registrar",
        "registrar",
        24,
        24,
        "Registers new groups, keeps their numbers and meetings, and asks each group "
        "once a year whether its listing is still right.",
        role="Registrar",
    ),
    PositionRow(
        "Delegate",
        "delegate",
        24,
        60,
        "Carries the conscience of the Area to the world service conference, and "
        "brings back what was decided.",
        has_vote=True,
    ),
    PositionRow(
        "Alternate Delegate",
        "alternate-delegate",
        24,
        36,
        "Prepares to serve as Delegate, and stands in at the conference.",
        alternate_of="Delegate",
    ),
    PositionRow(
        "Books reviewer",
        "reviewer",
        12,
        36,
        "Reads the books and the bank statements every three months, and tells the "
        "business meeting what was found.",
        committee="Finance",
        role="Reviewer",
        seats=2,
    ),
    PositionRow(
        "Hospitals and institutions",
        "hi",
        24,
        24,
        "Finds speakers for inside meetings, and sees that facilities have literature.",
        committee="Hospitals and institutions",
        has_vote=True,
    ),
    PositionRow(
        "Public information",
        "pi",
        24,
        24,
        "Speaks with schools, libraries, courts and the press, within the Traditions.",
        committee="Public information",
        has_vote=True,
    ),
    PositionRow(
        "Literature",
        "literature",
        24,
        12,
        "Orders books and pamphlets, and brings the table to the business meeting.",
        committee="Literature",
        has_vote=True,
    ),
    PositionRow(
        "Events",
        "events",
        12,
        12,
        "Plans the events of the year with a budget that the groups have seen.",
        committee="Events",
        has_vote=True,
    ),
    PositionRow(
        "Web and phone",
        "web",
        24,
        24,
        "Keeps the web site and the online rooms, and fills the phone rota.",
        committee="Web and phone",
        has_vote=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One turn of service, from and to the first of a month.

    The months are counted back from that of the meeting ahead, so that nobody’s term
    ends before it; below zero they lie ahead. ``at`` is the past business meeting that
    decided, from 0, the oldest of the six.
    """

    position: str
    person: str
    began: int
    ends: int
    seat: int = 1
    filled: str = "elected"
    at: int | None = None

    @property
    def is_serving(self) -> bool:
        """Whether the term has begun and not ended."""
        return self.ends < 0


SEATS = (
    Seat("Chair", "Marisol V.", 14, -10),
    Seat("Chair", "Godfrey T.", 38, 14),
    Seat("Alternate Chair", "Desmond P.", 14, -10),
    Seat("Alternate Chair", "Marisol V.", 38, 14),
    Seat("Secretary", "Priya R.", 10, -2),
    Seat("Secretary", "Tobias F.", 22, 10),
    Seat("Secretary", "Hana K.", 34, 22),
    Seat("Treasurer", "Oksana L.", 23, -1),
    Seat("Treasurer", "Wendell S.", 47, 23),
    Seat("Alternate Treasurer", "Tomasz W.", 3, -21, filled="appointed", at=2),
    Seat("Alternate Treasurer", "Oksana L.", 47, 23),
    Seat("Registrar", "Hana K.", 16, -8),
    Seat("Registrar", "Celestine M.", 40, 16),
    Seat("Delegate", "Jerome B.", 8, -4, filled="stepped-up"),
    Seat("Delegate", "Patience N.", 20, 8),
    Seat("Alternate Delegate", "Jerome B.", 20, 8),
    Seat("Books reviewer", "Ingrid S.", 10, -2),
    Seat("Books reviewer", "Kwame O.", 4, -8, seat=2, at=1),
    Seat("Books reviewer", "Wendell S.", 16, 4, seat=2),
    Seat("Hospitals and institutions", "Lucía M.", 18, -6),
    Seat("Hospitals and institutions", "Bartholomew J.", 42, 18),
    Seat("Public information", "Celestine M.", 15, 3),
    Seat("Literature", "Gabriel T.", 23, -1),
    Seat("Literature", "Annika H.", 47, 23),
    Seat("Events", "Renée D.", 9, -3),
    Seat("Events", "Desmond P.", 33, 21),
    Seat("Web and phone", "Yusuf H.", 4, -7, filled="remainder", at=1),
    Seat("Web and phone", "Annika H.", 17, 4),
)
