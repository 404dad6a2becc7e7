"""The body, its districts, its groups and what the register knows of each."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.utils.text import slugify

from intergroup.demo.actions.checking import save_all
from intergroup.demo.body import BODY, DIRECTORY
from intergroup.demo.groups import DISTRICTS, GROUPS, GroupRow
from intergroup.demo.story import Story, chance
from intergroup.kit.dates import add_months
from intergroup.registry.models import (
    Body,
    Directory,
    District,
    ExternalNumber,
    Group,
)

NOTES = {
    "paused": "Paused while the room is being repaired.",
    "pending-inactive": "A visitor found the door closed; the contact was written to.",
    "inactive": "Closed by its group conscience.",
    "merged": "Merged with 26 Keep It Simple.",
    "missing": "Nobody has heard from the group; a member will look in.",
    "incomplete": "No representative yet.",
    "pre-dated": "Begins next month.",
    "new": "Registered, and not yet read by the Registrar.",
}
CLOSED_MONTHS_AGO = {"inactive": 5, "merged": 9}
MERGED_INTO = {24: 26}
SPEAKS_SPANISH = 34
KEEPS_ITS_PASSWORD = 38
COMES_BACK = {19: 1, 54: None}  # in so many months, or nobody knows
REGISTERED_DAYS_AGO = {61: 8, 62: 2}


def load_register(story: Story) -> dict[int, Group]:
    """Save the body, the districts and the groups; return these by number."""
    save_all(Body, [Body(pk=1, **BODY)])
    save_all(Directory, [Directory(pk=1, **DIRECTORY)])
    districts = save_all(
        District,
        (District(number=number, name=name) for number, name in DISTRICTS.items()),
    )
    by_number = {district.number: district for district in districts}
    groups = save_all(
        Group, (_group(row, by_number[row.district], story) for row in GROUPS)
    )
    found = {group.number: group for group in groups}
    for number, into in MERGED_INTO.items():
        Group.objects.filter(number=number).update(merged_into=found[into])
    save_all(ExternalNumber, _external_numbers(found))
    return found


def _group(row: GroupRow, district: District, story: Story) -> Group:
    dice = chance(f"register {row.number}")
    registered_on = _registered_on(row, story)
    group = Group(
        number=row.number,
        name=row.name,
        district=district,
        status=row.status,
        started_on=add_months(registered_on, -dice.randint(1, 9)),
        registered_on=registered_on,
        notes=NOTES.get(row.status, ""),
        member_count=dice.randint(4, 40),
        is_password_private=row.number == KEEPS_ITS_PASSWORD,
    )
    _stand(group, row, story)
    if row.verified is not None:
        seen_on = story.months_ago(row.verified, day=dice.randint(2, 28))
        group.verified_on = min(max(seen_on, registered_on), story.today)
    if row.status in CLOSED_MONTHS_AGO:
        group.closed_on = story.months_ago(CLOSED_MONTHS_AGO[row.status])
    if row.status == "pre-dated":
        group.started_on = story.months_ago(-1)
    _reach(group, row)
    return group


def _stand(group: Group, row: GroupRow, story: Story) -> None:
    """Add since when it is what it is, and until when."""
    group.status_since = group.registered_on
    if row.status == "pending":
        group.pending_until = group.registered_on + timedelta(days=30)
    if months := COMES_BACK.get(row.number):
        group.paused_until = story.months_ago(-months)
    if row.number == SPEAKS_SPANISH:
        group.language = group.mailing_language = "Español"


def _registered_on(row: GroupRow, story: Story) -> date:
    """Return the day; the two newest fall into the period of the meeting ahead."""
    if row.number in REGISTERED_DAYS_AGO:
        return story.news_until - timedelta(days=REGISTERED_DAYS_AGO[row.number])
    return story.months_ago(row.age, day=chance(row.name).randint(1, 28))


def _reach(group: Group, row: GroupRow) -> None:
    """Add the numbers and addresses of the group: its own, never a member’s."""
    handle = slugify(group.name)
    if row.age > 3:
        group.haws_number = str(10240 + 7 * group.number)
        group.email = f"{handle}@example.org"
    if group.number % 3 == 0:
        group.phone = f"(309) 555-01{group.number:02}"
    if group.number % 8 == 1:
        group.website = f"https://{handle}.example.org/"
    if row.method == "venmo":
        group.venmo = f"@Example-HA-Group-{group.number}"
    if row.method == "paypal":
        group.paypal = f"ExampleHAGroup{group.number}"


def _external_numbers(groups: Mapping[int, Group]) -> Iterator[ExternalNumber]:
    """Yield the numbers an older list gave to the first groups."""
    for number in (1, 2, 3, 5, 9, 15, 22, 26):
        yield ExternalNumber(
            group=groups[number], issuer="Old river list", number=f"R-{number * 3:03}"
        )
