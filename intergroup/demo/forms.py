"""What groups sent by the public forms: some to decide, some decided."""

from dataclasses import dataclass, field

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: sent so many days ago about a group by number (0: a new one).

    ``becomes`` is what the registrar made of it: asked, accepted, refused, or nothing
    yet; ``answer`` is the question or the sentence. ``changes`` are for the group’s
    first meeting.
    """

    kind: str
    days_ago: int
    number: int
    sender: str
    relation: str
    group: Values = field(default_factory=dict)
    changes: Values = field(default_factory=dict)
    meetings: tuple[Values, ...] = ()
    contacts: tuple[Values, ...] = ()
    remarks: str = ""
    becomes: str = ""
    answer: str = ""
    kit_address: str = ""
    paused_months: int = 0


NEW_MEETING: Values = {
    "name": "Riverside Nooners",
    "day": "2",
    "time": "12:15",
    "end_time": "13:00",
    "attendance": "in_person",
    "types": ["BEG", "O"],
    "location": "Alderford Boat Club",
    "address": "4 Quay Street, Alderford, IL 61390, USA",
    "notes": "Use the door on the river side.",
}
CONTACT: Values = {
    "kind": "primary",
    "first_name": "Imani",
    "last_initial": "R",
    "email": "imani.r@example.org",
    "phone": "(309) 555-0188",
    "is_listed": "yes",
}

FORMS = (
    FormRow(
        "change",
        41,
        15,
        "Theo B",
        "representative",
        changes={"time": "19:00"},
        becomes="accepted",
    ),
    FormRow(
        "change",
        26,
        42,
        "Lena W",
        "fellow",
        group={"website": "https://weir.example.org/"},
        becomes="refused",
        answer="The group’s representative told us that it has no web site.",
    ),
    FormRow(
        "new",
        6,
        0,
        "Imani R",
        "representative",
        group={"name": "Riverside Nooners", "member_count": "9", "district": "1"},
        meetings=(NEW_MEETING,),
        contacts=(CONTACT,),
        remarks="We had our first business meeting last week.",
        kit_address="Imani R.\n4 Quay Street\nAlderford, IL 61390",
    ),
    FormRow(
        "change",
        4,
        22,
        "Noor A",
        "member",
        changes={"time": "18:00", "notes": "Ring the bell at the side door."},
        becomes="asked",
        answer="Is it only the Tuesday meeting that begins earlier?",
    ),
    FormRow(
        "pause",
        1,
        33,
        "Jonas K",
        "representative",
        remarks="The church repairs its heating.",
        paused_months=2,
    ),
)
