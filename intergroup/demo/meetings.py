"""The 110 meetings of the groups, by group number.

A line is the room, then its meetings: day, time, types, after “=” a name of its own.
In front of the day: ``@`` online, ``#`` by telephone, ``~`` in the room and online,
``!`` online for now; ``by appointment`` has no day. The room ``online`` is the town
alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
ONLINE_ROOM = "online"

MONTHLY = {"Domingo de Oradores": "L", "Concepts after Hours": "1,3"}
SEASONAL = {"Breakfast Table": (4, 10)}  # from the month to the month, each year’s own

_TABLE = """
1  lock-house; Fri 19:30 C DISC X; Fri 21:00 O SPK CAN =Friday Late Candle;
   Sun 18:00 O BEG
2  lock-house; Mon 12:00 O DISC X; Wed 12:00 O LIT X =Lunch with the Book;
   Fri 12:00 O TOP X
3  st-brendan; Tue 19:00 C B; Thu 19:00 C STEP; Sat 10:00 O SPK CW
4  st-brendan; Sun 08:30 O MED NS; ~Sun 10:00 O DISC
5  library; ~Mon 18:30 O B X; ~Wed 18:30 O B X; ~Sat 09:00 O B X
7  grange; Mon 19:00 C TOP; Thu 19:00 O DISC
8  st-brendan; Mon 17:30 O BEG; Tue 17:30 O BEG; Wed 17:30 O BEG; Thu 17:30 O BEG
9  annex; Wed 19:00 C W; ~Sun 16:00 C W STEP =Women’s Sunday Steps
11 weir-church; Tue 19:30 C STEP X; Fri 19:30 O DISC X
12 ferry-house; Tue 12:00 O DISC; Thu 12:00 O DISC
14 cold-chapel; !Wed 18:00 O STEP MED
15 marl-hall; Mon 19:30 C B X; Wed 19:30 C ABSI X; Sat 18:00 O SPK X =Saturday Speaker
17 clubhouse; Mon 06:30 O JFT; Tue 06:30 O JFT; Wed 06:30 O JFT; Thu 06:30 O JFT;
   Fri 06:30 O JFT
18 marl-lutheran; Tue 19:00 O LIT; Fri 18:30 O TOP CW
19 union-hall; Thu 20:00 O Y; Sat 20:00 O Y SPK
21 veterans; Mon 18:00 O DISC X; Mon 19:30 C M
22 tamsin; Tue 18:30 C TOP; Thu 18:30 O STEP; Sun 17:00 O SPK
24 marl-lutheran; Sun 19:00 O DISC
25 quarry-church; Wed 20:30 O CAN; Sat 20:30 O CAN MED
26 quarry; Mon 18:30 O BEG; ~Thu 18:30 C B; Sat 08:00 O DISC =Breakfast Table
27 annex; Tue 18:00 C M STEP; Sat 07:30 C M STEP
29 firehouse; Thu 19:00 O DISC X
30 tamsin-ymca; Tue 19:00 O TRAD X; Tue 20:15 C TRAD CPT =Concepts after Hours
31 reed-library; Wed 17:00 O VAR
33 reedwater; Mon 19:00 O DISC; Wed 19:00 C STEP; Sun 14:00 O SPK CW
34 union-hall; Mon 19:00 O DISC; Tue 19:00 O B; ~Thu 19:00 O STEP;
   Sun 11:00 O SPK =Domingo de Oradores
35 heron; ~Sun 10:30 O DISC X; ~Wed 18:00 O TOP X;
   by appointment RA =Inside Meeting, County Jail
36 online; @Mon 12:00 O TOP; @Tue 12:00 O DISC; @Wed 12:00 O LIT; @Thu 12:00 O STEP;
   @Fri 12:00 O SPK
38 online; @Fri 23:00 O DISC; @Sat 23:00 O DISC
39 online; #Tue 20:00 O DISC; #Thu 20:00 O JFT; #Sat 11:00 O QA; #Sun 20:00 O SPK
40 heron-church; Mon 18:30 C STEP; Fri 18:30 O DISC;
   by appointment RA =Inside Meeting, Treatment
42 grange; Sat 10:00 O B; Sat 11:30 O TRAD =Saturday Tradition
43 clubhouse; ~Mon 07:30 O TOP; ~Wed 07:30 O TOP; ~Fri 07:30 O TOP; @Sat 07:30 O MED
44 ashdown; Sun 07:00 O MED
45 library; Thu 18:00 C B X; Sun 15:00 O B BEG X
46 reed-library; Tue 18:00 O VAR X
48 veterans; Fri 19:00 O STEP X; Sun 18:30 O GL X =Sunday Rainbow
49 ferry-house; Sat 17:00 O GL; @Wed 21:00 O GL =Rainbow Ferry on Line
50 riverside; Tue 19:00 O BEG X; Fri 19:00 O SPK X;
   by appointment RA =Ward Visit, Riverside
52 heron; Thu 12:15 O ABSI X
53 ashdown; Wed 19:00 C STEP
54 ferry-school; Mon 18:00 O DISC SMOK
56 online; @Mon 21:00 O DISC; @Wed 21:00 O BEG; @Sun 21:00 O SPK
57 tamsin-ymca; Sat 19:00 O SPK X
58 quarry; Sun 13:00 O DISC
60 ferry-school; Thu 18:30 O SWG; by appointment RA =Inside Meeting, Ferry Farm
61 annex; Fri 17:00 O BEG; @Mon 19:00 O BEG
62 tamsin; Sat 12:00 O BEG
"""

_ATTENDANCE = {"@": "online", "#": "phone", "~": "hybrid", "!": "online_for_now"}
_MEETING = re.compile(
    r"(?P<mark>[@#~!]?)(?:by appointment|(?P<day>\w{3}) (?P<time>\d\d:\d\d))"
    r"(?P<types>(?: [A-Z]+)*)(?: =(?P<name>.+))?"
)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting; ``day`` counts from Sunday 0, and is None by appointment."""

    group: int
    room: str
    attendance: str
    day: int | None
    begins: time | None
    types: tuple[str, ...]
    name: str


def _rows() -> Iterator[MeetingRow]:
    for line in _TABLE.replace(";\n   ", "; ").strip().splitlines():
        number, rest = line.split(maxsplit=1)
        room, *meetings = rest.split("; ")
        for text in meetings:
            yield _row(int(number), room, text)


def _row(group: int, room: str, text: str) -> MeetingRow:
    found = _MEETING.fullmatch(text)
    if not found:
        raise ValueError(f"Group {group}: “{text}” is not written as a meeting.")
    day = (found["day"] or "").lower()
    return MeetingRow(
        group=group,
        room=room,
        attendance=_ATTENDANCE.get(found["mark"], "in_person"),
        day=DAYS.index(day) if day else None,
        begins=time.fromisoformat(found["time"]) if day else None,
        types=tuple(found["types"].split()),
        name=found["name"] or "",
    )


MEETINGS = tuple(_rows())
