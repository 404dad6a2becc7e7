"""A Heroin Anonymous area.

HA has no fixed service structure: its own format of an area’s business meeting leaves
out lengths of sobriety and of terms on purpose, and says that representatives and board
members discuss and vote. The areas with bylaws have a board of ten positions or more;
the world service manual knows the delegate, who by the text of its family of manuals
serves one term and no second one behind it. Lengths are those of intergroups and
districts of a like size in other fellowships: five years for who is sent to the
conference, three for officers, two for the secretary and most committees; they are
suggestions. Half of the positions begin a year after the others, and an alternate never
together with whom it stands beside.
"""

from django.utils.translation import gettext_lazy as _

from service.actions.ready_sets.shapes import (
    FIRST,
    SEATS,
    SECOND,
    VACANCY,
    ReadyCommittee,
    ReadyPosition,
    ReadySet,
)

MEMBER = _("Any member of Heroin Anonymous who is abstinent")
H_AND_I = _("Hospitals and institutions")
PUBLIC = _("Public information")
LITERATURE = _("Literature")
WEB = _("Web and phone")
EVENTS = _("Events")
OUTREACH = _("Outreach")
FINANCE = _("Finance")

COMMITTEES = (
    ReadyCommittee(
        H_AND_I,
        _(
            "Carries the message into hospitals, detoxes, treatment centers, jails and "
            "prisons, where people cannot come to our meetings."
        ),
    ),
    ReadyCommittee(
        PUBLIC,
        _(
            "Lets the public, courts, schools and professionals know that Heroin "
            "Anonymous is there, within the Traditions."
        ),
    ),
    ReadyCommittee(
        LITERATURE, _("Sees that groups can get books, pamphlets and chips, at cost.")
    ),
    ReadyCommittee(
        WEB, _("Keeps the web site, the online rooms and the telephone line going.")
    ),
    ReadyCommittee(EVENTS, _("Holds the events that bring groups together.")),
    ReadyCommittee(
        OUTREACH,
        _("Visits groups that have no representative, and helps new ones to begin."),
    ),
    ReadyCommittee(
        FINANCE, _("Reads the books, drafts the yearly budget, and keeps no money.")
    ),
)

POSITIONS = (
    ReadyPosition(
        _("Delegate"),
        _(
            "Carries the conscience of our groups to the world service conference, and "
            "brings back what was decided there. Listens to the groups before, and "
            "reports to them after."
        ),
        sobriety=60,
        most_terms=1,
        half=FIRST,
        has_vote=True,
        who_may_hold=_("Representatives and trusted servants, past and present"),
    ),
    ReadyPosition(
        _("Alternate Delegate"),
        _(
            "Learns the work of the Delegate beside them, and goes in their place when "
            "they cannot. Reads what the conference sends, and helps to explain it."
        ),
        sobriety=60,
        half=SECOND,
        alternate_of=_("Delegate"),
        steps_up=VACANCY,
        has_vote=True,
        who_may_hold=_("Representatives and trusted servants, past and present"),
    ),
    ReadyPosition(
        _("Chair"),
        _(
            "Leads the business meeting so that everybody is heard, and prepares its "
            "agenda with the Secretary. Signs at the bank together with the Treasurer. "
            "Decides nothing alone."
        ),
        sobriety=36,
        half=FIRST,
        has_vote=True,
        role="Chair",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Alternate Chair"),
        _(
            "Leads the business meeting when the Chair cannot, and learns how it is "
            "done. Keeps the calendar, and helps committees that have nobody yet."
        ),
        sobriety=36,
        half=SECOND,
        alternate_of=_("Chair"),
        steps_up=VACANCY,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Secretary"),
        _(
            "Writes down what the business meeting decides, calls the roll, and sends "
            "minutes and packet to the groups. Keeps what was decided where the next "
            "Secretary finds it."
        ),
        term=12,
        sobriety=24,
        half=FIRST,
        has_vote=True,
        role="Secretary",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Treasurer"),
        _(
            "Receives what the groups contribute, pays the bills, and keeps the books. "
            "Tells every business meeting what came in and what was spent."
        ),
        sobriety=36,
        half=SECOND,
        has_vote=True,
        role="Treasurer",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Alternate Treasurer"),
        _(
            "Counts with the Treasurer at each meeting and learns the books. Goes to "
            "the bank with the Treasurer when signatures change, and stands in."
        ),
        sobriety=36,
        half=FIRST,
        alternate_of=_("Treasurer"),
        steps_up=VACANCY,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Registrar"),
        _(
            "Registers new groups and sends them a starter kit. Keeps the meeting "
            "list, and asks every group once a year whether its listing is still right."
        ),
        sobriety=24,
        half=SECOND,
        has_vote=True,
        role="Registrar",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Hospitals and institutions chair"),
        _(
            "Finds members who carry a meeting into a hospital or a jail, and goes "
            "along the first time. Keeps in touch with the facilities and brings them "
            "literature."
        ),
        committee=H_AND_I,
        sobriety=24,
        half=FIRST,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Public information chair"),
        _(
            "Tells schools, libraries, courts and doctors that we are here, and where "
            "the meetings are. Nobody speaks for the fellowship under a full name."
        ),
        committee=PUBLIC,
        sobriety=24,
        half=SECOND,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Literature chair"),
        _(
            "Orders books, pamphlets and chips, and brings the table to the business "
            "meeting. Sees that it pays for itself."
        ),
        committee=LITERATURE,
        sobriety=12,
        half=FIRST,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Web and phone chair"),
        _(
            "Keeps the web site and the online rooms, and finds members who answer the "
            "telephone. Gives pass words to the next one, and to nobody else."
        ),
        committee=WEB,
        sobriety=24,
        half=SECOND,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Events chair"),
        _(
            "Plans the dances, picnics and workshops of the year with a budget that "
            "the groups have seen. Asks many to help a little."
        ),
        committee=EVENTS,
        term=12,
        sobriety=12,
        half=FIRST,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Outreach chair"),
        _(
            "Visits groups that we have not heard from, and asks what they need. Helps "
            "a new meeting through its first months."
        ),
        committee=OUTREACH,
        sobriety=12,
        half=SECOND,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Books reviewer"),
        _(
            "Reads the books and the bank statements every three months together with "
            "the other reviewer, and tells the business meeting what was found. Keeps "
            "no money and signs no check."
        ),
        committee=FINANCE,
        seats=2,
        sobriety=24,
        half=SEATS,
        role="Reviewer",
        who_may_hold=_("Any member who signs at no bank account of ours"),
    ),
)

HEROIN_ANONYMOUS_AREA = ReadySet(
    slug="heroin-anonymous-area",
    name=_("Heroin Anonymous area"),
    description=_(
        "Delegate, officers and a chair for each of seven committees. Two years, half "
        "of them in each year; secretary and events for one."
    ),
    election_month=11,
    committees=COMMITTEES,
    positions=POSITIONS,
)
