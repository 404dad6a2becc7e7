"""An intergroup of Alcoholics Anonymous.

From the bylaws and descriptions of positions of intergroups in California, Minnesota
and British Columbia and of a district in New Jersey: officers with three years of
sobriety and one year of service, the treasurer’s year after a year as alternate, who
moves up; members at large with three years, for two years; archives and newsletter two
years, for one. Nobody serves two terms in a row, and a year off lies before the next,
as a steering committee has it in its bylaws and the fellowship by custom. Officers are
elected in the order in which they stand here; the representatives and the steering
committee vote, one vote each.
"""

from django.utils.translation import gettext_lazy as _

from service.actions.ready_sets.shapes import (
    ALWAYS,
    SEATS,
    VACANCY,
    ReadyCommittee,
    ReadyPosition,
    ReadySet,
)

SERVED = _("Intergroup representatives, past and present")
MEMBER = _("Any member of Alcoholics Anonymous")
TWELFTH_STEP = _("Twelfth step and phone")
PUBLIC = _("Public information and professionals")
CORRECTIONS = _("Corrections")
TREATMENT = _("Treatment and bridging the gap")
WEB = _("Web site")
NEWSLETTER = _("Newsletter")
ACTIVITIES = _("Activities")
ARCHIVES = _("Archives")
ACCESSIBILITY = _("Accessibility")

COMMITTEES = (
    ReadyCommittee(
        TWELFTH_STEP,
        _("Answers the telephone, and finds somebody who goes when a drinker calls."),
    ),
    ReadyCommittee(
        PUBLIC,
        _("Tells the public, schools, courts and doctors what we do and do not do."),
    ),
    ReadyCommittee(
        CORRECTIONS, _("Carries meetings and literature into jails and prisons.")
    ),
    ReadyCommittee(
        TREATMENT,
        _(
            "Carries meetings into treatment centers, and takes those who leave one to "
            "their first meeting outside."
        ),
    ),
    ReadyCommittee(WEB, _("Keeps the web site and the meeting list on it right.")),
    ReadyCommittee(NEWSLETTER, _("Prints what groups and committees want to share.")),
    ReadyCommittee(ACTIVITIES, _("Holds the events that bring groups together.")),
    ReadyCommittee(ARCHIVES, _("Collects and keeps the history of our groups.")),
    ReadyCommittee(
        ACCESSIBILITY,
        _("Helps those whom stairs, language, hearing or sight keep from a meeting."),
    ),
)

POSITIONS = (
    ReadyPosition(
        _("Chair"),
        _(
            "Leads the meeting of the intergroup and of its steering committee, and "
            "prepares the agenda. Sees that everybody is heard and decides nothing "
            "alone."
        ),
        term=12,
        sobriety=60,
        most_terms=1,
        months_off=12,
        has_vote=True,
        role="Chair",
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Vice-Chair"),
        _(
            "Leads the meeting when the Chair cannot, and learns how it is done. Helps "
            "the committees, above all those without a chair of their own."
        ),
        term=12,
        sobriety=36,
        most_terms=1,
        months_off=12,
        alternate_of=_("Chair"),
        steps_up=VACANCY,
        has_vote=True,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Secretary"),
        _(
            "Writes the minutes, with each motion and what became of it, and sends "
            "them to the groups. Keeps the list of representatives and the roll."
        ),
        term=12,
        sobriety=36,
        most_terms=1,
        months_off=12,
        has_vote=True,
        role="Secretary",
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Treasurer"),
        _(
            "Receives what the groups contribute, pays what was decided, and keeps the "
            "books. Reports to every meeting in figures that anybody can follow."
        ),
        term=12,
        sobriety=36,
        most_terms=1,
        months_off=12,
        has_vote=True,
        role="Treasurer",
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Alternate Treasurer"),
        _(
            "Learns the books for a year beside the Treasurer, and then becomes it. "
            "Counts with the Treasurer, and stands in."
        ),
        term=12,
        sobriety=36,
        most_terms=1,
        months_off=12,
        alternate_of=_("Treasurer"),
        steps_up=ALWAYS,
        has_vote=True,
        who_may_hold=SERVED,
    ),
    ReadyPosition(
        _("Registrar"),
        _(
            "Keeps the list of groups and meetings, and sends changes on to those who "
            "print and publish it. Answers groups that cannot find themselves in it."
        ),
        sobriety=24,
        most_terms=1,
        months_off=12,
        has_vote=True,
        role="Registrar",
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Member at large"),
        _(
            "Sits on the steering committee for all groups, and looks at what no "
            "committee looks at. It takes four to six hours a month."
        ),
        seats=2,
        sobriety=36,
        most_terms=1,
        months_off=12,
        half=SEATS,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Twelfth step and phone chair"),
        _(
            "Keeps the rota of those who answer the telephone, and the list of members "
            "who go out on a call. Shows new volunteers how a call goes."
        ),
        committee=TWELFTH_STEP,
        sobriety=24,
        most_terms=1,
        months_off=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Public information chair"),
        _(
            "Speaks with schools, courts, clergy and doctors, and sees that they have "
            "literature. Takes two members along, so that more learn it."
        ),
        committee=PUBLIC,
        sobriety=24,
        most_terms=1,
        months_off=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Corrections chair"),
        _(
            "Finds members who carry a meeting into a jail, and goes along the first "
            "time. Knows each institution’s rules for those who come in."
        ),
        committee=CORRECTIONS,
        sobriety=24,
        most_terms=1,
        months_off=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Treatment chair"),
        _(
            "Finds members who carry a meeting into a treatment center. Finds a member "
            "for each who leaves one, to take them to a meeting the same week."
        ),
        committee=TREATMENT,
        sobriety=48,
        most_terms=1,
        months_off=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Web chair"),
        _(
            "Keeps the web site and the mailboxes of positions. Nobody’s full name or "
            "picture stands there."
        ),
        committee=WEB,
        sobriety=24,
        most_terms=1,
        months_off=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Newsletter editor"),
        _(
            "Asks groups for news and stories, and puts the newsletter together. First "
            "names and initials only."
        ),
        committee=NEWSLETTER,
        term=12,
        sobriety=24,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Activities chair"),
        _(
            "Plans the gatherings of the year with a budget that the groups have seen. "
            "Asks many to help a little."
        ),
        committee=ACTIVITIES,
        term=12,
        sobriety=12,
        has_vote=True,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Archivist"),
        _(
            "Keeps old minutes, flyers and recordings safe and in order. Shows them at "
            "events, and guards the anonymity of those in them."
        ),
        committee=ARCHIVES,
        term=12,
        sobriety=24,
        who_may_hold=MEMBER,
    ),
    ReadyPosition(
        _("Accessibility chair"),
        _(
            "Knows which meetings have a ramp, a signer or a listening aid. Helps "
            "groups to open their doors wider, and members at home to get to a meeting."
        ),
        committee=ACCESSIBILITY,
        sobriety=12,
        most_terms=1,
        months_off=12,
        who_may_hold=MEMBER,
    ),
)

AA_INTERGROUP = ReadySet(
    slug="aa-intergroup",
    name=_("AA intergroup"),
    description=_(
        "A steering committee elected for a year, an alternate treasurer who becomes "
        "treasurer, members at large, and nine committees."
    ),
    election_month=11,
    committees=COMMITTEES,
    positions=POSITIONS,
)
