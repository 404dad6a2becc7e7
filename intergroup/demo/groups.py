"""The 48 groups of the Three Rivers Area and the habits they have with money."""

from dataclasses import dataclass

DISTRICTS = {1: "Confluence", 2: "Alder Valley", 3: "Marl Valley", 4: "Tamsin Valley"}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: registered and last verified so many months ago, and how it gives.

    ``gives`` is the rhythm (m monthly, q quarterly, s sometimes, n not), ``usual`` its
    usual amount in whole dollars, ``method`` how it is mostly sent.
    """

    number: int
    name: str
    district: int
    age: int
    verified: int | None
    gives: str
    usual: int
    method: str
    status: str = "active"

    @property
    def is_on_the_roll(self) -> bool:
        """Whether the group has a voice now."""
        return self.status in {"active", "pending", "incomplete"}


_TABLE = """
1  | Friday Night Freedom        | 1 | 151 | 2  | m 62  cheque
2  | Lock House Lunch            | 1 | 148 | 3  | m 48  cash
3  | Back to Basics              | 1 | 146 | 1  | m 75  cheque
4  | Sunday Morning Quiet        | 1 | 139 | 5  | m 38  cash
5  | Three Rivers Big Book       | 1 | 137 | 1  | m 85  zelle
7  | One More Day                | 2 | 130 | 4  | m 41  cheque
8  | Bridge Street Beginners     | 1 | 128 | 2  | m 36  cash
9  | Women on the Water          | 1 | 121 | 6  | m 55  venmo
11 | Into Action                 | 2 | 118 | 2  | m 47  cheque
12 | Ferry Landing Nooners       | 2 | 116 | 19 | s 25  cash   | inactive
14 | Steps by the Stream         | 2 | 112 | 3  | q 96  cheque
15 | Primary Purpose             | 3 | 110 | 1  | m 66  zelle
17 | Early Risers                | 1 | 104 | 7  | m 33  venmo
18 | A New Pair of Glasses       | 3 | 101 | 2  | q 110 cheque
19 | Young People of Alderford   | 1 | 97  | 9  | s 20  venmo  | paused
21 | Marl Valley Monday          | 3 | 95  | 4  | m 44  cash
22 | No Matter What              | 4 | 90  | 2  | m 52  cheque
24 | Living in the Solution      | 3 | 88  | 21 | s 30  cash   | merged
25 | Quarry Hill Candlelight     | 3 | 86  | 14 | m 29  cash
26 | Keep It Simple              | 3 | 84  | 3  | m 57  transfer
27 | Men’s Step Study            | 1 | 81  | 5  | q 120 cheque
29 | Coldspring Thursday         | 2 | 77  | 13 | s 40  cash
30 | Tuesday Tradition           | 4 | 75  | 2  | m 39  cheque
31 | Rule Sixty-Two              | 4 | 73  | 17 | n 0   cash   | pending-inactive
33 | Reedwater Recovery          | 4 | 70  | 6  | m 46  cheque
34 | Un Día a la Vez             | 1 | 68  | 1  | m 58  zelle
35 | Heron Point Hybrid          | 4 | 64  | 4  | m 35  paypal
36 | Nooners Online              | 1 | 62  | 2  | m 72  paypal
38 | Night Owls                  | 1 | 59  | 8  | s 35  venmo
39 | Dial-In Serenity            | 2 | 57  | 3  | q 60  cheque
40 | The Next Right Thing        | 4 | 55  | 2  | m 43  card
42 | Upper Weir Saturday         | 2 | 51  | 11 | s 45  cash
43 | Attitude Adjustment         | 1 | 49  | 1  | m 51  zelle
44 | Sober at Sunrise            | 3 | 46  | 26 | n 0   cash   | missing
45 | Book by the Bridge          | 1 | 43  | 3  | q 75  cheque
46 | Open Door                   | 4 | 40  | 15 | n 0   cash
48 | Came to Believe             | 3 | 36  | 2  | m 40  cheque
49 | Rainbow Ferry               | 2 | 33  | 4  | m 34  venmo
50 | How It Works                | 1 | 30  | 5  | s 50  zelle
52 | Willing to Go               | 4 | 27  | 16 | n 0   cash
53 | Ashdown Landing Step        | 3 | 23  |    | n 0   cash   | incomplete
54 | Miracle Mile                | 2 | 20  | 10 | s 25  cash   | paused
56 | Progress Not Perfection     | 1 | 16  | 2  | m 37  paypal
57 | Tamsin Locks Speakers       | 4 | 12  | 3  | q 85  cheque
58 | Second Chance Sunday        | 3 | 2   |    | n 0   cash   | pre-dated
60 | Both Feet In                | 2 | 2   | 2  | s 22  venmo  | pending
61 | First Things First          | 1 | 0   | 0  | n 0   cash   | pending
62 | Starting Over               | 4 | 0   | 0  | n 0   cash   | new
"""


def _row(line: str) -> GroupRow:
    cells = [cell.strip() for cell in line.split("|")]
    number, name, district, age, verified, habit = cells[:6]
    gives, usual, method = habit.split()
    return GroupRow(
        number=int(number),
        name=name,
        district=int(district),
        age=int(age),
        verified=int(verified) if verified else None,
        gives=gives,
        usual=int(usual),
        method=method,
        status=cells[6] if len(cells) > 6 else "active",
    )


GROUPS = tuple(_row(line) for line in _TABLE.strip().splitlines())
