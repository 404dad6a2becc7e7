"""An area service committee of Narcotics Anonymous.

From the guidelines of areas in Florida, North Carolina, California and Arizona:
officers serve for a year, may succeed themselves once, and serve no third term in the
same position; a treasurer has three years clean and serves from January to January;
the chair votes only to break a tie, and groups vote, so officers have none. Alternates
stand in, and move up. Clean time of the others is what such areas ask of positions of
like weight.
"""

from django.utils.translation import gettext_lazy as _

from service.actions.ready_sets.shapes import (
    ALWAYS,
    VACANCY,
    ReadyCommittee,
    ReadyPosition,
    ReadySet,
)

MEMBER = _("Any member of Narcotics Anonymous")
SERVED = _("Group service representatives and trusted servants, past and present")
H_AND_I = _("Hospitals and institutions")
PUBLIC = _("Public relations")
PHONE = _("Phoneline")
ACTIVITIES = _("Activities")
LITERATURE = _("Literature")
OUTREACH = _("Outreach")
POLICY = _("Policy")
WEB = _("Web")

COMMITTEES = (
    ReadyCommittee(
        H_AND_I, _("Carries meetings to addicts in institutions who cannot leave them.")
    ),
    ReadyCommittee(
        PUBLIC, _("Tells the public and professionals that NA is there, and free.")
    ),
    ReadyCommittee(PHONE, _("Answers the telephone, day and night, by volunteers.")),
    ReadyCommittee(ACTIVITIES, _("Holds the events that bring groups together.")),
    ReadyCommittee(LITERATURE, _("Keeps a stock of literature and key tags.")),
    ReadyCommittee(OUTREACH, _("Visits groups that are far away or in trouble.")),
    ReadyCommittee(
        POLICY, _("Keeps the guidelines, with what the area decided about them.")
    ),
    ReadyCommittee(WEB, _("Keeps the web site and the meeting list on it right.")),
)

POSITIONS = (
    ReadyPosition(
        _("Chair"),
        _(
            "Leads the meeting of the area committee so that every group is heard, and "
            "prepares the agenda. Votes only to break a tie."
        ),
        term=12,
        sobriety=36,
        most_terms=2,
        role="Chair",
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Vice Chair"),
        _(
            "Leads the meeting when the Chair cannot. Keeps in touch with the "
            "subcommittees, and goes with the Treasurer to the bank when signatures "
            "change."
        ),
        term=12,
        sobriety=24,
        most_terms=2,
        alternate_of=_("Chair"),
        steps_up=VACANCY,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Secretary"),
        _(
            "Writes the minutes, with every motion in its exact words, and calls the "
            "roll. Sends them to the groups before the next meeting."
        ),
        term=12,
        sobriety=24,
        most_terms=2,
        role="Secretary",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Alternate Secretary"),
        _("Helps with roll and minutes, and writes them when the Secretary cannot."),
        term=12,
        sobriety=12,
        most_terms=2,
        alternate_of=_("Secretary"),
        steps_up=VACANCY,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Treasurer"),
        _(
            "Receives what the groups contribute, pays what the area decided, and "
            "keeps the books. Reports before and after the money of the day is counted."
        ),
        term=12,
        sobriety=36,
        most_terms=2,
        role="Treasurer",
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Alternate Treasurer"),
        _(
            "Counts the money together with the Treasurer and learns the books. Stands "
            "in, and often serves as Treasurer next."
        ),
        term=12,
        sobriety=24,
        most_terms=2,
        alternate_of=_("Treasurer"),
        steps_up=VACANCY,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Regional committee member"),
        _(
            "Carries the conscience of the area to the region, and brings back what "
            "other areas do. Explains to the groups what they are asked."
        ),
        term=12,
        sobriety=36,
        most_terms=2,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Alternate regional committee member"),
        _(
            "Goes to the region together with the regional committee member, learns "
            "the work, and takes it over."
        ),
        term=12,
        sobriety=24,
        most_terms=2,
        alternate_of=_("Regional committee member"),
        steps_up=ALWAYS,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Hospitals and institutions chair"),
        _(
            "Finds members who carry a meeting into an institution, and shows them "
            "how. Knows each institution’s rules."
        ),
        committee=H_AND_I,
        term=12,
        sobriety=24,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Public relations chair"),
        _(
            "Speaks with courts, schools, doctors and the press, always together with "
            "another member. Sees that they have our schedule."
        ),
        committee=PUBLIC,
        term=12,
        sobriety=24,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Phoneline chair"),
        _(
            "Keeps the rota of those who answer the telephone, and shows new ones how "
            "a call goes."
        ),
        committee=PHONE,
        term=12,
        sobriety=12,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Activities chair"),
        _(
            "Plans the events of the year with a budget that the groups have seen. "
            "Asks many to help a little."
        ),
        committee=ACTIVITIES,
        term=12,
        sobriety=12,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Literature chair"),
        _(
            "Orders literature and key tags, and hands them to the groups at the "
            "meeting of the area. Counts the stock with a second person."
        ),
        committee=LITERATURE,
        term=12,
        sobriety=24,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Outreach chair"),
        _(
            "Visits groups that have missed meetings of the area, and asks what they "
            "need. Helps a new group through its first months."
        ),
        committee=OUTREACH,
        term=12,
        sobriety=12,
        most_terms=2,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Policy chair"),
        _(
            "Knows the guidelines, and says what they say when somebody asks. Writes "
            "into them what the area has decided."
        ),
        committee=POLICY,
        term=12,
        sobriety=24,
        most_terms=2,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Web servant"),
        _(
            "Keeps the web site and the meeting list right, and the mailboxes of the "
            "positions. Shows nobody’s full name."
        ),
        committee=WEB,
        term=12,
        sobriety=12,
        most_terms=2,
        role="Registrar",
        who_may_hold=MEMBER,
    ),
)

NA_AREA = ReadySet(
    slug="na-area-service-committee",
    name=_("NA area service committee"),
    description=_(
        "Officers for a year, twice in a row at most; alternates for each; regional "
        "committee members; eight subcommittees."
    ),
    election_month=12,
    committees=COMMITTEES,
    positions=POSITIONS,
)
