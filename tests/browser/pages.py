"""The pages that are looked at: a name, whose they are, the address, and how."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

YESTERDAY = datetime.now(UTC).date() - timedelta(days=1)  # its month is not closed
BAD_FILE = "date,group,amount\n2026-01-05,1,12.00\n2026-13-05,1,12.00\n2026-01-06,2,x\n"
GOOD_FILE = f"date,group,amount\n{YESTERDAY},1,12.00\n{YESTERDAY},2,45.50\n"


@dataclass(frozen=True)
class View:
    """How a page is looked at."""

    name: str
    width: int
    scheme: str


PHONE = View("phone", 360, "light")
DARK_PHONE = View("dark-phone", 360, "dark")
DESK = View("desk", 1280, "light")
DARK = View("dark", 1280, "dark")
ALL, TWO, ONE = (PHONE, DARK_PHONE, DESK, DARK), (PHONE, DARK), (DARK_PHONE,)
MONTH = "?from=2026-01-01&to=2026-01-31"

OFFICE = [
    ("sign-in", "", "/account/login/", ALL),
    ("not-found", "treasurer", "/nothing/", ONE),
    ("desk-treasurer", "treasurer", "/admin/", ALL),
    ("desk-secretary", "secretary", "/admin/", ONE),
    ("desk-registrar", "registrar", "/admin/", ONE),
    ("desk-chair", "chair", "/admin/", ONE),
    ("desk-reviewer", "reviewer", "/admin/", ONE),
    ("desk-administrator", "administrator", "/admin/", ONE),
    ("desk-representative", "representative", "/", TWO),
    ("menu", "treasurer", "/admin/#menu", (PHONE,)),
    ("list", "treasurer", "/admin/treasury/contribution/", ALL),
    ("list-empty", "treasurer", "/admin/treasury/contribution/?q=zzz", ONE),
    ("add", "treasurer", "/admin/treasury/contribution/add/", TWO),
    ("add-with-parts", "secretary", "/admin/business/businessmeeting/add/", ALL),
    ("change-with-parts", "secretary", "/admin/service/position/1/change/", TWO),
    ("history", "secretary", "/admin/service/position/1/history/", ONE),
    ("import", "treasurer", "/admin/treasury/contribution/import/", TWO),
    ("import-refused", "treasurer", BAD_FILE, TWO),
    ("import-preview", "treasurer", GOOD_FILE, TWO),
    ("export", "treasurer", "/admin/treasury/contribution/export/", ONE),
    ("reports", "treasurer", "/reports/", ONE),
    ("report", "treasurer", f"/reports/treasurer/{MONTH}", ALL),
    ("report-wide", "treasurer", f"/reports/contributions-by-group/{MONTH}", TWO),
    ("report-wrong-day", "treasurer", "/reports/treasurer/?from=soon", ONE),
    ("roster", "representative", "/reports/roster/", TWO),
    ("packet", "representative", "/business/packet/1/", (PHONE,)),
    ("report-refused", "representative", "/reports/treasurer/", (PHONE,)),
]
YEAR = "?from=2026-01-01&to=2026-12-31"
TREASURY = [
    ("collection", "treasurer", "/treasury/collection/", ALL),
    ("unidentified", "treasurer", "/treasury/unidentified/", TWO),
    ("deposit", "treasurer", "/treasury/deposit/", TWO),
    ("opening", "treasurer", "/treasury/opening/", ONE),
    ("bills", "chair", "/admin/treasury/bill/", TWO),
    ("bill", "chair", "/treasury/bills/1/", TWO),
    ("bill-add", "secretary", "/admin/treasury/bill/add/", TWO),
    ("bill-pay", "treasurer", "/treasury/bills/2/pay/", TWO),
    ("reconcile", "treasurer", "/treasury/reconcile/", TWO),
    ("reconcile-statement", "treasurer", "/treasury/reconcile/4/", TWO),
    ("month-end", "treasurer", "/treasury/month-end/", TWO),
    ("passing-on", "treasurer", "/treasury/passing-on/", TWO),
    ("budget", "treasurer", "/admin/treasury/budget/1/change/", TWO),
    ("presented", "treasurer", "/treasury/presented/1/", TWO),
    ("yearly-statements", "treasurer", "/treasury/yearly-statements/", TWO),
    ("review-kit", "reviewer", "/treasury/review-kit/", ONE),
    ("handover", "treasurer", "/reports/handover/", ONE),
    ("balances", "reviewer", "/reports/balances/", ONE),
    ("reconciliation", "reviewer", "/reports/reconciliation/", ONE),
    ("income-and-expense", "reviewer", f"/reports/income-and-expense/{YEAR}", ONE),
    ("budget-report", "reviewer", f"/reports/budget/{YEAR}", ONE),
    ("reserve", "reviewer", "/reports/reserve/", ONE),
    ("distribution", "reviewer", f"/reports/distribution/{YEAR}", ONE),
    ("exceptions", "reviewer", f"/reports/exceptions/{YEAR}", TWO),
]
FORMS = [
    ("group-choose", "", "/groups/?q=e", TWO),
    ("register", "", "/groups/register/", ALL),
    ("group-change", "", "/groups/3/change/", TWO),
    ("group-pause", "", "/groups/3/pause/", ONE),
    ("talk-wrong", "", "/groups/talk/nothing/", ONE),
]
PUBLIC = [
    ("finder", "", "/meetings/", ALL),
    ("finder-search", "", "/meetings/?day=friday&time=evening", TWO),
    ("finder-nothing", "", "/meetings/?day=soon&words=zzz", ALL),
    ("finder-page", "", "/meetings/?page=2", ONE),
    ("meeting", "", "/meetings/a-new-pair-of-glasses-tue-1900/", ALL),
    ("meeting-unknown", "", "/meetings/nothing/", TWO),
    ("contribute", "", "/contribute/", TWO),
]
SERVICE = [
    ("open-positions", "", "/service/open-positions/", ALL),
    ("positions", "secretary", "/admin/service/position/", TWO),
    ("position-seen", "secretary", "/admin/service/position/8/change/", ONE),
    ("committee", "secretary", "/admin/service/committee/1/change/", ONE),
    ("import-terms", "secretary", "/admin/service/term/import/", TWO),
    ("import-positions", "chair", "/admin/service/position/import/", ONE),
    ("ready-sets", "secretary", "/service/ready-sets/", ONE),
    ("ready-set", "secretary", "/service/ready-sets/heroin-anonymous-area/", TWO),
]
ASKED = [
    ("verification", "secretary", "/office/verification/", TWO),
    ("confirm-wrong", "", "/groups/confirm/nothing/", ONE),
    ("confirmed", "", "/groups/confirmed/right/", ONE),
    ("my-group", "representative", "/my-group/", TWO),
    ("my-contact", "representative", "/my-group/contact/", TWO),
]
DECIDED = [
    ("registrations", "registrar", "/admin/registry/registration/", TWO),
    ("registration-decided", "registrar", "/office/registrations/1/", ONE),
    ("registration-new", "registrar", "/office/registrations/3/", ALL),
    ("registration-edit", "registrar", "/office/registrations/3/edit/", TWO),
    ("registration-asked", "registrar", "/office/registrations/4/", TWO),
    ("starter-kits", "registrar", "/office/starter-kits/", ONE),
    ("group-life", "registrar", "/admin/registry/group/12/change/", ONE),
    ("group-merge", "registrar", "/office/groups/12/merge/", TWO),
]
KEPT = [
    ("words", "registrar", "/office/words/", TWO),
    ("contact-sheet", "registrar", "/office/contacts/", TWO),
    ("print-directory", "registrar", "/office/directory/print/", TWO),
    ("group-roster", "registrar", "/reports/group-roster/", ONE),
    ("representatives", "registrar", "/reports/representatives/", ONE),
    ("listings", "registrar", "/reports/verification/", ONE),
    ("register-changes", "registrar", f"/reports/register-changes/{YEAR}", ONE),
    ("group-history", "registrar", "/admin/registry/group/12/history/", ONE),
    ("meeting-add", "registrar", "/admin/registry/meeting/add/", TWO),
    ("meeting-import", "registrar", "/admin/registry/meeting/import/", ONE),
    ("sources", "registrar", "/admin/registry/feedsource/", ONE),
    ("sharing-key", "registrar", "/admin/registry/sharingkey/add/", ONE),
    ("directory", "registrar", "/admin/registry/directory/1/change/", ONE),
]
SERVED = [
    ("my-position", "treasurer", "/service/my-position/", ALL),
    ("my-position-none", "representative", "/service/my-position/", TWO),
    ("hand-over", "treasurer", "/service/handover/2/", ALL),
    ("hand-over-of-others", "chair", "/service/handover/2/", TWO),
    ("hand-over-done", "secretary", "/service/handover/1/", TWO),
    ("hand-overs", "chair", "/admin/service/handover/", TWO),
    ("term", "secretary", "/admin/service/term/8/change/", ONE),
]
ELECTED = [
    ("elections", "chair", "/service/elections/", TWO),
    ("election-held", "representative", "/service/elections/1/", TWO),
    ("election-ahead", "chair", "/service/elections/3/", ALL),
    ("election-ballot", "chair", "/service/elections/3/?count", TWO),
    ("election-yes-no", "chair", "/service/elections/4/?count", ONE),
    ("election-open", "chair", "/service/elections/open/4/", ONE),
    ("election-call-off", "chair", "/service/elections/3/call-off/", ONE),
    ("election-list", "chair", "/admin/service/election/", ONE),
]
REPORTING = [
    ("report-wrong-link", "", "/business/report/nothing/", ONE),
    ("my-report", "representative", "/business/my-report/", ALL),
    ("my-report-office", "secretary", "/business/my-report/", TWO),
    ("meeting-reports", "secretary", "/business/meeting/7/reports/", TWO),
    (
        "meeting-report",
        "secretary",
        "/business/meeting/7/reports/one/?for=group:1",
        ONE,
    ),
    (
        "meeting-report-enter",
        "secretary",
        "/business/meeting/7/reports/one/?for=group:2",
        TWO,
    ),
]
MINUTES = [
    ("minutes-none", "secretary", "/business/meeting/7/minutes/", ONE),
    ("minutes-editor", "secretary", "/business/meeting/6/minutes/", ALL),
    ("minutes-read", "representative", "/business/meeting/6/minutes/", TWO),
    ("minutes-approved", "secretary", "/business/meeting/5/minutes/", TWO),
    ("minutes-archive", "representative", "/business/minutes/?word=reserve", ALL),
    ("minutes-archive-nothing", "chair", "/business/minutes/?word=zzz", ONE),
]
MOTIONS = [
    ("motions", "secretary", "/business/motions/", ALL),
    ("motions-reader", "representative", "/business/motions/?q=hall", ONE),
    ("motions-received", "secretary", "/business/motions/received/", ONE),
    ("motion-form", "representative", "/business/motions/send/", ALL),
    ("motion-form-closed", "", "/business/motions/send/", ONE),
    ("motion-sent-in", "secretary", "/business/motion/18/", ALL),
    ("motion-to-move", "chair", "/business/motion/15/", ALL),
    ("motion-tabled", "chair", "/business/motion/5/", ONE),
    ("motion-out", "secretary", "/business/motion/12/", TWO),
    ("motion-back", "chair", "/business/motion/7/", TWO),
    ("motion-carried", "representative", "/business/motion/2/", TWO),
    ("motion-ballots", "secretary", "/business/motion/12/ballots/", ALL),
    ("ballot-wrong", "", "/business/ballot/nothing/", ONE),
    ("ballot-sent", "", "/business/ballot/sent/", ONE),
]
AGENDA_TEMPLATE = "/admin/business/agendatemplate/1/change/"
BUSINESS = [
    ("business-meeting", "secretary", "/business/meeting/7/", ALL),
    ("business-meeting-held", "chair", "/business/meeting/6/", TWO),
    ("my-tasks", "secretary", "/business/tasks/", TWO),
    ("task-form", "secretary", "/admin/business/actionitem/add/", ONE),
    ("event-form", "secretary", "/admin/business/event/add/", ONE),
    ("agenda-template", "secretary", AGENDA_TEMPLATE, TWO),
    ("roll", "secretary", "/business/meeting/6/roll/", ALL),
    ("notice", "secretary", "/business/meeting/7/notice/", TWO),
    ("ready-agendas", "secretary", "/business/agendas/", TWO),
    ("rules", "chair", "/admin/business/rules/1/change/", ONE),
    ("meeting-form", "chair", "/admin/business/businessmeeting/7/change/", TWO),
    ("roll-ahead", "chair", "/business/meeting/7/roll/?show=waiting", TWO),
]
PAGES = [
    *(*OFFICE, *TREASURY, *FORMS, *PUBLIC, *SERVICE, *ASKED, *DECIDED, *KEPT),
    *(*SERVED, *ELECTED, *REPORTING, *MINUTES, *MOTIONS, *BUSINESS),
]
