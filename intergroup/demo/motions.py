"""The motions of seven business meetings, with every result a motion can have."""

from dataclasses import dataclass

from intergroup.demo.agreed import HALL
from intergroup.demo.passing_on import PASSED_ON
from intergroup.demo.spending import INSURANCE
from intergroup.kit.money import in_words

NEXT = 6


@dataclass(frozen=True, slots=True)
class MotionRow:
    """One motion brought to meeting ``at`` (0 the oldest, 6 ahead), decided at once.

    ``votes`` are for, against and abstaining. ``answers`` says at which meeting after
    ``at`` the groups answer. ``policy`` are the words of a policy it makes, ``said`` is
    why it was not taken up.
    """

    at: int
    title: str
    text: str
    intent: str
    moved: int | str
    seconded: int | None
    result: str
    votes: tuple[int, int, int] | None = None
    majority: str = "simple"
    answers: int = 0
    key: str = ""
    policy: str = ""
    said: str = ""


def _pass_on(at: int, which: int, votes: tuple[int, int, int]) -> MotionRow:
    amount = in_words(PASSED_ON[which], "USD")
    return MotionRow(
        at,
        f"Pass on {amount} above the reserve",
        f"That the Area pass on {amount} from the Operating fund: 80 % to Heroin "
        "Anonymous World Services, 20 % to the Great Rivers Region.",
        "What is above the prudent reserve and three months of bills helps others.",
        "Treasurer",
        43,
        "carried",
        votes,
        key=f"pass-on-{which + 1}",
    )


MOTIONS = (
    MotionRow(
        0,
        "Meeting list in large print",
        "That the Area print forty meeting lists a month in 18 point.",
        "So that members who see badly can read the list.",
        9,
        34,
        "carried",
        (19, 3, 1),
    ),
    MotionRow(
        0,
        "Two readers of the books",
        "That the guidelines name two Books reviewers instead of one.",
        "Four eyes see more than two, and neither is alone with it.",
        "Finance committee",
        None,
        "carried",
        (20, 3, 1),
        "two-thirds",
        policy="Two Books reviewers, who serve in different groups, look over the "
        "books every quarter.",
    ),
    _pass_on(1, 0, (20, 1, 1)),
    MotionRow(
        1,
        "Business meeting every second month",
        "That the guidelines say: the business meeting is held in every second month.",
        "Fewer Sundays, more time for the groups.",
        22,
        11,
        "failed",
        (13, 8, 1),
        "two-thirds",
    ),
    MotionRow(
        2,
        "A projector for the business meeting",
        "That the Area buy a projector for not more than $280.00.",
        "So that those in the last row can follow the figures.",
        36,
        5,
        "tabled",
    ),
    MotionRow(
        2,
        "A table at the county fair",
        "That the Area take a table at the county fair.",
        "Many have never heard that we exist.",
        48,
        40,
        "referred",
    ),
    MotionRow(
        3,
        "Hours of the telephone line",
        "That the telephone line be answered by members from 6 a.m. to midnight, and "
        "by a recording at night.",
        "There are not enough volunteers for the nights.",
        "Web and phone committee",
        None,
        "to-groups",
        majority="two-thirds",
        answers=2,
    ),
    MotionRow(
        3,
        "Coffee from the basket",
        "That coffee for the business meeting be paid from the basket.",
        "Somebody always pays for it alone.",
        45,
        1,
        "withdrawn",
    ),
    _pass_on(4, 1, (24, 2, 2)),
    MotionRow(
        4,
        "Liability insurance for another year",
        f"That the Area renew its insurance for {in_words(INSURANCE, 'USD')}.",
        "Most rooms ask us for the certificate.",
        "Treasurer",
        3,
        "carried",
        (26, 0, 1),
        key="insurance",
    ),
    MotionRow(
        4,
        "Close the Venmo account",
        "That the Area receive contributions by check, cash, Zelle and PayPal only.",
        "One place fewer to look after.",
        27,
        18,
        "failed",
        (9, 15, 3),
    ),
    MotionRow(
        5,
        "A district for online groups",
        "That groups which meet only on line may form a fifth district of the Area.",
        "They have questions of their own, and no town.",
        36,
        43,
        "to-groups",
        majority="two-thirds",
        answers=2,
    ),
    MotionRow(
        5,
        "Childcare at Unity Day",
        "That the Events fund pay up to $120.00 for childcare at Unity Day.",
        "Parents would like to hear the speakers too.",
        "Events committee",
        None,
        "carried",
        (22, 1, 2),
    ),
    MotionRow(
        5,
        "Hall for the spring assembly",
        f"That the Events fund rent the Pavilion for {in_words(HALL, 'USD')}.",
        "It is the only hall with a kitchen and a ramp.",
        "Events committee",
        None,
        "carried",
        (23, 1, 1),
        key="pavilion",
    ),
    MotionRow(
        NEXT,
        "Meeting guide on paper twice a year",
        "That the printed meeting guide appear in March and September, and single "
        "sheets in between.",
        "The guide is out of date after a month; paper costs money.",
        "Web and phone committee",
        None,
        "submitted",
    ),
    MotionRow(
        NEXT,
        "Reserve of three months",
        "That the prudent reserve be three months of the Area’s average expenses, "
        "reviewed every January.",
        "A rule that can be followed without a new motion every year.",
        3,
        15,
        "submitted",
        majority="two-thirds",
    ),
    MotionRow(
        5,
        "A ride to the Wednesday meeting",
        "That the Area find a ride for one group’s members on Wednesdays.",
        "The bus does not run at night any more.",
        18,
        None,
        "not-taken-up",
        said="It is a matter of one group: the Events committee will help it directly.",
    ),
    MotionRow(
        NEXT,
        "Quiet time before the meeting",
        "That the business meeting begin with one minute of silence.",
        "So that everybody arrives before the figures do.",
        22,
        None,
        "received",
    ),
)
