"""The business meetings: agenda, roll call and announcements."""

from dataclasses import dataclass, replace

from intergroup.demo.groups import GROUPS
from intergroup.demo.people import RepresentativeRow
from intergroup.demo.story import Story, chance

PLACE = "Lock House Community Center, 1 Confluence Square, Alderford"
LINK = "https://zoom.us/j/00000005551"
PRESENT = (24, 22, 27, 23, 28, 25)
LISTENS = 60  # at the last one; its thirty days as a new group are not over
REGULARS = (1, 3, 5, 9, 11, 15, 18, 22, 26, 27, 34, 36, 40, 43, 45, 48)

AGENDA = (  # its kind, its title, who leads it, its minutes
    ("opening", "Opening, Serenity Prayer, Traditions and Concepts", "Chair", 10),
    ("roll-call", "Roll call and quorum", "Secretary", 10),
    ("welcome", "Welcome to new groups and representatives", "Registrar", 5),
    ("minutes", "Minutes of the last meeting", "Secretary", 5),
    ("treasurer", "Treasurer’s report", "Treasurer", 15),
    ("officers", "Registrar’s report", "Registrar", 5),
    ("officers", "Delegate’s report", "Delegate", 10),
    ("committees", "Reports of the committees", "Chair", 20),
    ("groups", "Sharing of the groups", "Alternate Chair", 15),
    ("back", "Back from the groups", "Chair", 15),
    ("old", "Old business", "Chair", 20),
    ("new", "New business", "Chair", 20),
    ("elections", "Open positions and elections", "Chair", 15),
    ("dates", "Announcements, next meeting, closing", "Secretary", 5),
)
TEMPLATE = "Our order of business"
DAYS_BEFORE_VOTE = 30
OFFICERS = ("Chair", "Secretary", "Treasurer", "Registrar", "Delegate")
OBSERVERS = (3, 1, 4, 2, 3, 2)
NOTES_WHEN_HELD = {
    "Minutes of the last meeting": "Read and accepted.",
    "Treasurer’s report": "Accepted. The reviewers have seen the bank statement.",
    "Sharing of the groups": "Each group in turn, two minutes.",
}
NOTES_AHEAD = {
    "New business": "Two motions came in writing before the meeting.",
    "Open positions and elections": "Alternate Delegate and Public information are "
    "open. Treasurer and Literature end soon.",
}

ANNOUNCEMENTS = (
    "River picnic at the Heron Point Pavilion, Saturday from 11 a.m.. Bring a dish.",
    "Bridge Street Beginners looks for people with a year to open the door.",
    "Reedwater Recovery keeps its ninth anniversary; a speaker from another Area.",
    "Women on the Water begin a second meeting, Sunday at 4 p.m., also on line.",
    "The literature table has the new pamphlet for families.",
    "Inside meetings need four more members with clearance for the county jail.",
    (
        "Unity Day is on {unity_day} at the Heron Point Pavilion; the Events committee "
        "meets before the business meeting, at 1 p.m.\n"
        "Coldspring Thursday asks for support: some evenings there are only two.\n"
        "The Twelve Mile Club holds a day of meetings, noon to midnight, next month."
    ),
)


@dataclass(frozen=True, slots=True)
class Present:
    """One group at one of the six past meetings, and who spoke for it."""

    past: int
    group: int
    person: str
    is_alternate: bool
    has_vote: bool


def roll_calls(
    story: Story, rows: tuple[RepresentativeRow, ...]
) -> tuple[Present, ...]:
    """Return who was there at each past meeting: regulars, and others by chance."""
    dice = chance("roll call")
    others = [
        group.number
        for group in GROUPS
        if group.status == "active" and group.number not in REGULARS
    ]
    found = []
    for past, count in enumerate(PRESENT):
        guests = dice.sample(others, count - len(REGULARS))
        for number in sorted((*REGULARS, *guests)):
            found.append(_present(story, past, number, rows, dice.random()))
    last = _present(story, len(PRESENT) - 1, LISTENS, rows, 1)
    return (*found, replace(last, has_vote=False))


def _present(
    story: Story,
    past: int,
    number: int,
    rows: tuple[RepresentativeRow, ...],
    throw: float,
) -> Present:
    """Return the group with its representative, or one time in four the alternate."""
    serving = sorted(
        (
            row
            for row in rows
            if row.group == number and row.is_serving_on(story.past_on[past])
        ),
        key=lambda row: row.is_alternate,
    )
    row = serving[-1 if throw < 1 / 4 else 0] if serving else None
    return Present(
        past=past,
        group=number,
        person=row.person if row else "",
        is_alternate=bool(row and row.is_alternate),
        has_vote=True,
    )
