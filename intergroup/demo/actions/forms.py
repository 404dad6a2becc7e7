"""Forms of groups, the yearly question, and words to look at."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from intergroup.demo.body import BODY
from intergroup.demo.forms import FORMS, FormRow
from intergroup.demo.story import Story
from intergroup.registry.actions.looking import look_over
from intergroup.registry.actions.registering.asking import ask_back
from intergroup.registry.actions.registering.boxes import Offered
from intergroup.registry.actions.registering.deciding import accept, refuse
from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.actions.registering.sending import send_registration
from intergroup.registry.actions.verifying.asking import ask_groups_due
from intergroup.registry.models import Directory, Group, Meeting, Registration, User

HAS_A_NAME = "friday-late-candle-fri-2100"
NOTES = "For the key ask Walter Pemberton, 309-555-0171."
ASKED_AT_ONCE = 4


def load_forms(
    story: Story, groups: Mapping[int, Group], users: Mapping[str, User]
) -> None:
    """Send every form, and let the registrar decide those that are decided."""
    for row in FORMS:
        form = _send(row, groups.get(row.number), story)
        _decide(form, row, story, users["registrar"])
    Meeting.objects.filter(slug=HAS_A_NAME).update(notes=NOTES)
    look_over(at=_at(story, 1))
    ask_groups_due(
        on=story.days_ago(9),
        directory=Directory.objects.current(),
        send=lambda *_: None,
        at_most=ASKED_AT_ONCE,
    )


def _send(row: FormRow, group: Group | None, story: Story) -> Registration:
    first_name, initial = row.sender.split(" ")
    sent_on, back = story.days_ago(row.days_ago), row.paused_months
    form = Registration(
        kind=row.kind,
        group=group,
        proposed=_proposal(row, group),
        remarks=row.remarks,
        relation=row.relation,
        sender_first_name=first_name,
        sender_initial=initial,
        sender_email=f"{first_name}.{initial}@example.org".lower(),
        is_kit_wanted=bool(row.kit_address),
        kit_address=row.kit_address,
        effective_on=sent_on if row.kind == "pause" else None,
        paused_until=story.months_ago(-back) if back else None,
    )
    send_registration(
        form, offered=Offered.on(sent_on), sent_at=_at(story, row.days_ago)
    )
    return form


def _proposal(row: FormRow, group: Group | None) -> dict[str, object]:
    """Return what a form proposes: what the register says, with what changes."""
    if group is None:
        return {
            "group": row.group,
            "meetings": list(row.meetings),
            "contacts": list(row.contacts),
        }
    now = present(group)
    first, *others = now["meetings"]
    meetings = [{**first, **row.changes}, *others]
    return {
        "group": {**now["group"], **row.group},
        "meetings": meetings,
        "contacts": [],
    }


def _decide(form: Registration, row: FormRow, story: Story, registrar: User) -> None:
    day = max(row.days_ago - 2, 0)
    at = _at(story, day)
    if row.becomes == "accepted":
        accept(form, on=story.days_ago(day), at=at, decided_by=registrar)
    if row.becomes == "refused":
        refuse(form, answer=row.answer, at=at, decided_by=registrar)
    if row.becomes == "asked":
        ask_back(form, text=row.answer, at=at, asked_by=registrar)


def _at(story: Story, days_ago: int) -> datetime:
    """Return the evening of a day, by the body’s clock; today it is early."""
    hour = time(19) if days_ago else time(0, 5)
    day = story.today - timedelta(days=days_ago)
    return datetime.combine(day, hour, ZoneInfo(BODY["time_zone"]))
