"""What was reported to the last meeting and to the one ahead, of which half is in."""

from dataclasses import dataclass
from decimal import Decimal

LAST, AHEAD = -2, -1  # from the end of the meetings


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The report of a position or a committee."""

    at: int
    office: str
    report: str
    needs: str = ""
    events: str = ""
    state: str = "sent"


@dataclass(frozen=True, slots=True)
class GroupReportRow:
    """The report of a group; ``asked`` are those who only have been asked so far."""

    at: int
    group: int
    report: str = ""
    attendance: int | None = None
    contributed: Decimal | None = None
    listing: str = "right"
    changes: str = ""
    problems: str = ""
    literature: str = ""
    events: str = ""
    state: str = "sent"


OFFICES = (
    OfficeRow(LAST, "Registrar", "Two groups were registered; one has paused."),
    OfficeRow(LAST, "Delegate", "The Region meets in spring.", state="spoken"),
    OfficeRow(
        LAST,
        "Literature",
        "The table sold forty booklets. The pamphlet for families is back.",
    ),
    OfficeRow(LAST, "Events", "The picnic was well attended.", state="spoken"),
    OfficeRow(
        AHEAD,
        "Chair",
        "The agenda is full: please read the two motions before you come.",
    ),
    OfficeRow(AHEAD, "Registrar", "Every listing in the north has been confirmed."),
    OfficeRow(
        AHEAD,
        "Hospitals and institutions",
        "Six inside meetings a month are held; one facility asks for a second.",
        needs="Four members with clearance for the county jail.",
    ),
    OfficeRow(
        AHEAD,
        "Events",
        "The hall for Unity Day is booked, and the speakers are found.",
        needs="Hands for the kitchen.",
        events="Unity Day at the Heron Point Pavilion.",
    ),
)

GROUPS = (
    GroupReportRow(LAST, 1, "Steady; two new people stayed.", 22, Decimal("60.00")),
    GroupReportRow(LAST, 3, "The room was painted.", 15),
    GroupReportRow(LAST, 9, "A second meeting has begun.", 18, Decimal("45.00")),
    GroupReportRow(LAST, 22, state="spoken", listing=""),
    GroupReportRow(LAST, 43, "Mornings are full.", 30, Decimal("80.00")),
    GroupReportRow(
        AHEAD,
        1,
        "Fridays are full, and the late meeting by candlelight has found its people.",
        24,
        Decimal("60.00"),
        events="Anniversary on the last Friday, with a speaker.",
    ),
    GroupReportRow(
        AHEAD,
        3,
        "Quiet and steady. A member with two years leads the step meeting.",
        14,
        literature="Six basic texts and ten white chips.",
    ),
    GroupReportRow(
        AHEAD,
        9,
        "Eighteen on Wednesdays. The Sunday meeting on line brings women from far.",
        18,
        Decimal("45.00"),
    ),
    GroupReportRow(
        AHEAD,
        15,
        "The speakers on Saturday draw people from three towns.",
        35,
        Decimal("120.00"),
    ),
    GroupReportRow(
        AHEAD,
        24,
        "Some evenings there are only two of us. We keep the door open.",
        3,
        problems="The church asks whether we will stay through the winter.",
    ),
    GroupReportRow(
        AHEAD,
        34,
        "Spanish on Sundays grows.",
        16,
        Decimal("30.00"),
        listing="changed",
        changes="On Sundays the door is on the side of the yard.",
    ),
    GroupReportRow(AHEAD, 36, "People come from four time zones.", 28, listing=""),
    GroupReportRow(AHEAD, 43, "Every chair is taken at 7:30.", 31, Decimal("85.00")),
    GroupReportRow(AHEAD, 50, "Newcomers from the ward come on Tuesdays.", 12),
    GroupReportRow(AHEAD, 5, "We have begun to", 12, listing="", state="draft"),
)
