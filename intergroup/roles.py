"""Who may do what: each role with the fewest rights its service needs.

The names are looked up after every migrate (``settings.ROLES``); a right that no model
has stops the migration. ``docs/roles.md`` shows the same as a table.
"""


def _rights(app: str, **models: str) -> tuple[str, ...]:
    """Return rights: ``_rights("service", term="view add")``."""
    return tuple(
        f"{app}.{verb}_{model}"
        for model, verbs in models.items()
        for verb in verbs.split()
    )


READ, KEEP = "view", "view add change"

_REGISTER_READ = _rights(
    "registry",
    body=READ,
    district=READ,
    group=READ,
    externalnumber=READ,
    location=READ,
    meeting=READ,
    meetingtype=READ,
    directory=READ,
    listingchange=READ,
)
_REGISTER_KEEP = _rights(
    "registry",
    body=READ,
    district=KEEP,
    group=KEEP,
    externalnumber=f"{KEEP} delete",
    location=KEEP,
    meeting=KEEP,
    meetingtype=KEEP,
    meetingtypename=f"{KEEP} delete",
    person=KEEP,
    representative=KEEP,
    groupcontact=KEEP,
    contactsheet="view add",
    directory="view add change",
    directoryprint="view add",
    feedsource=KEEP,
    finding="view change",
    listingchange=READ,
    registration="view change",
    registrationmessage="view add",
    sharingkey=KEEP,
    verification="view add",
)
_OFFICE = _rights("registry", body="enter")
_MONEY = (  # what happened: written once
    "bill",
    "clearing",
    "collection",
    "deposit",
    "distribution",
    "identification",
    "otherincome",
    "outsideoffer",
    "statement",
    "statementbatch",
    "voidcheque",
    "voucher",
)
_AGREED = (  # what the body has agreed on: it can be written anew
    "budget",
    "budgetamendment",
    "budgetline",
    "columnmapping",
    "policy",
    "recurringbill",
    "reservepart",
    "reserverule",
    "splitplan",
    "splitshare",
    "yearlylimit",
)
_MEETINGS_READ = _rights(
    "business",
    businessmeeting=READ,
    agendaitem=READ,
    motion=READ,
    motionstep=READ,
    guideline=READ,
    minutes=READ,
    actionitem=READ,
    event=READ,
)
_MEETINGS_KEEP = _rights(
    "business",
    actionitem=f"{KEEP} delete",
    agendaitem=f"{KEEP} delete",
    agendatemplate=f"{KEEP} delete",
    agendatemplateitem=f"{KEEP} delete",
    attendance=f"{KEEP} delete",
    attendee=f"{KEEP} delete",
    businessmeeting=KEEP,
    event=f"{KEEP} delete",
    groupballot=KEEP,
    guideline=KEEP,
    meetingreport=KEEP,
    minutes=KEEP,
    minutesamendment="view add",
    minutescorrection=KEEP,
    minutespart=f"{KEEP} delete",
    motion=KEEP,
    motionattachment="view add",
    motionstep="view add",
    motionsubmission="view change",
    packetmaking="view add",
    presentedpacket="view add",
    quorumcount="view add",
    rules=KEEP,
    sending="view add",
)
_SERVICE_READ = _rights(
    "service",
    committee=READ,
    position=READ,
    handoverpoint=READ,
    term=READ,
    election=READ,
    electionmethod=READ,
)
_SERVICE_KEEP = _rights(
    "service",
    committee=KEEP,
    position=KEEP,
    handoverpoint=f"{KEEP} delete",
    term=KEEP,
    election=KEEP,
    electionmethod=KEEP,
    handover="view change",
    policy=KEEP,
)
_BOOKS_READ = _rights(
    "treasury",
    account=READ,
    fund=READ,
    entry=READ,
    posting=READ,
    contribution=READ,
    expense=READ,
    transfer=READ,
    closedmonth=READ,
    importbatch=READ,
    **dict.fromkeys(_MONEY, READ),
    **dict.fromkeys(_AGREED, READ),
    approval=READ,
    presentedreport=READ,
)
_APPROVE = _rights(
    "treasury",
    account=READ,
    fund=READ,
    bill="view add",
    approval="view add",
    voucher="view add",
    expense=READ,
    closedmonth="view reopen",
    presentedreport=READ,
    budget=READ,
    budgetline=READ,
)

ROLES: dict[str, tuple[str, ...]] = {
    "Treasurer": (
        *_OFFICE,
        *_REGISTER_READ,
        *_MEETINGS_READ,
        *_SERVICE_READ,
        *_BOOKS_READ,
        *_rights(
            "treasury",
            account="add change",
            fund="add change",
            contribution="add",
            expense="add",
            transfer="add",
            closedmonth="add reopen",
            approval="add",
            presentedreport="add",
            **dict.fromkeys(_MONEY, "add"),
            **dict.fromkeys(_AGREED, "add change"),
        ),
        *_rights(
            "treasury",
            statement="change",
            clearing="change delete",
            splitshare="delete",
            reservepart="delete",
            budgetline="delete",
        ),
    ),
    "Secretary": (
        *_OFFICE,
        *_REGISTER_KEEP,
        *_MEETINGS_KEEP,
        *_SERVICE_KEEP,
        *_APPROVE,
    ),
    "Registrar": (*_OFFICE, *_REGISTER_KEEP, *_MEETINGS_READ, *_SERVICE_READ),
    "Chair": (
        *_OFFICE,
        *_REGISTER_READ,
        *_rights(
            "registry",
            person=READ,
            representative=READ,
            registration=READ,
            directoryprint="view add",
            verification=READ,
        ),
        *_MEETINGS_KEEP,
        *_SERVICE_KEEP,
        *_APPROVE,
    ),
    "Representative": (
        *_REGISTER_READ,
        *_MEETINGS_READ,
        *_SERVICE_READ,
    ),
    "Reviewer": (
        *_OFFICE,
        *_REGISTER_READ,
        *_MEETINGS_READ,
        *_SERVICE_READ,
        *_BOOKS_READ,
    ),
}
