"""Three orders of business, after those that bodies have published.

The Area of Narcotics Anonymous as in Phoenix and American River: quorum after the new
representatives, the treasurer before and after what is collected at the meeting. The
intergroup of Alcoholics Anonymous as in Lincoln: each report accepted, then old and new
business. The Area of Heroin Anonymous has sharing of the groups and its delegate.
"""

from django.utils.translation import gettext_lazy as _

from intergroup.business.actions.calling.ready_agendas.shapes import (
    ReadyAgenda,
    ReadyItem,
)
from intergroup.business.models import ItemKind as Kind

CHAIR, SECRETARY, TREASURER = _("Chair"), _("Secretary"), _("Treasurer")
OLD = ReadyItem(_("Old business"), Kind.OLD, CHAIR, 20)
NEW = ReadyItem(_("New business"), Kind.NEW, CHAIR, 20)
BACK = ReadyItem(_("Back from the groups"), Kind.BACK, CHAIR, 10)
MINUTES = ReadyItem(_("Minutes of the last meeting"), Kind.MINUTES, SECRETARY, 5)
ELECTIONS = ReadyItem(_("Open positions and elections"), Kind.ELECTIONS, CHAIR, 15)
COMMITTEES = ReadyItem(_("Reports of the committees"), Kind.COMMITTEES, CHAIR, 20)

HEROIN_ANONYMOUS_AREA = ReadyAgenda(
    "heroin-anonymous-area",
    _("Area of Heroin Anonymous"),
    _("For an Area whose groups share in turn and whose delegate reports."),
    (
        ReadyItem(
            _("Opening, Serenity Prayer, Traditions and Concepts"),
            Kind.OPENING,
            CHAIR,
            10,
        ),
        ReadyItem(_("Roll call and quorum"), Kind.ROLL_CALL, SECRETARY, 10),
        ReadyItem(
            _("Welcome to new groups and representatives"),
            Kind.WELCOME,
            _("Registrar"),
            5,
        ),
        MINUTES,
        ReadyItem(_("Treasurer’s report"), Kind.TREASURER, TREASURER, 15),
        ReadyItem(_("Registrar’s report"), Kind.OFFICERS, _("Registrar"), 5),
        ReadyItem(_("Delegate’s report"), Kind.OFFICERS, _("Delegate"), 10),
        COMMITTEES,
        ReadyItem(_("Sharing of the groups"), Kind.GROUPS, _("Alternate Chair"), 15),
        BACK,
        OLD,
        NEW,
        ELECTIONS,
        ReadyItem(_("Announcements and next meeting"), Kind.DATES, SECRETARY, 5),
        ReadyItem(_("Closing"), Kind.CLOSING, CHAIR, 5),
    ),
)

NA_AREA = ReadyAgenda(
    "na-area",
    _("Area service committee of Narcotics Anonymous"),
    _(
        "The treasurer speaks twice: before and after the contributions of the meeting "
        "are counted."
    ),
    (
        ReadyItem(_("Opening: Traditions, Concepts, Purpose"), Kind.OPENING, CHAIR, 10),
        ReadyItem(_("Minutes and agenda"), Kind.MINUTES, SECRETARY, 5),
        ReadyItem(_("Introduction of new GSRs"), Kind.WELCOME, _("Vice Chair"), 5),
        ReadyItem(_("Roll call and quorum"), Kind.ROLL_CALL, SECRETARY, 10),
        ReadyItem(_("Chair"), Kind.OFFICERS, CHAIR, 5),
        ReadyItem(_("Vice Chair"), Kind.OFFICERS, _("Vice Chair"), 5),
        ReadyItem(_("Secretary"), Kind.OFFICERS, SECRETARY, 5),
        ReadyItem(_("Treasurer: preliminary report"), Kind.TREASURER, TREASURER, 10),
        ReadyItem(
            _("Regional committee member"),
            Kind.OFFICERS,
            _("Regional Committee Member"),
            10,
        ),
        ReadyItem(_("GSR reports"), Kind.GROUPS, _("Vice Chair"), 15),
        ReadyItem(_("Open forum"), Kind.FORUM, CHAIR, 15),
        ReadyItem(_("Subcommittees"), Kind.COMMITTEES, _("Vice Chair"), 20),
        ReadyItem(_("Ad hoc committees"), Kind.COMMITTEES, _("Vice Chair"), 5),
        BACK,
        OLD,
        ReadyItem(_("Elections"), Kind.ELECTIONS, CHAIR, 15),
        NEW,
        ReadyItem(_("Literature"), Kind.COMMITTEES, _("Literature"), 5),
        ReadyItem(_("Treasurer: final report"), Kind.TREASURER, TREASURER, 5),
        ReadyItem(_("Distribution of funds"), Kind.TREASURER, TREASURER, 5),
        ReadyItem(_("Next meeting"), Kind.DATES, SECRETARY, 5),
        ReadyItem(_("Closing"), Kind.CLOSING, CHAIR, 5),
    ),
)

AA_INTERGROUP = ReadyAgenda(
    "aa-intergroup",
    _("Intergroup of Alcoholics Anonymous"),
    _("Each report is accepted by motion, then old business and new."),
    (
        ReadyItem(_("Opening and Serenity Prayer"), Kind.OPENING, CHAIR, 5),
        ReadyItem(_("Roll call of representatives"), Kind.ROLL_CALL, SECRETARY, 10),
        ReadyItem(_("Welcome to new representatives"), Kind.WELCOME, CHAIR, 5),
        MINUTES,
        ReadyItem(_("Treasurer’s report"), Kind.TREASURER, TREASURER, 15),
        ReadyItem(_("Central office"), Kind.OFFICERS, _("Office Manager"), 10),
        ReadyItem(_("Districts and liaisons"), Kind.GROUPS, CHAIR, 10),
        COMMITTEES,
        BACK,
        OLD,
        NEW,
        ReadyItem(_("Elections"), Kind.ELECTIONS, CHAIR, 15),
        ReadyItem(_("Announcements and dates"), Kind.DATES, SECRETARY, 5),
        ReadyItem(_("Closing"), Kind.CLOSING, CHAIR, 5),
    ),
)
