"""What a list adds and changes is written down, field by field."""

from intergroup.registry.models import Group, ListingChange
from tests.registry.feeds.loader import TODAY, load, row


def told():
    """Every change: of what, which field, before and after."""
    return [
        (str(each.meeting or each.group), each.field, each.before, each.after)
        for each in ListingChange.objects.order_by("pk")
    ]


def test_what_a_list_adds_is_recorded_once(sam):
    load(row(group="Hope"), by=sam)
    load(row(group="Hope"), by=sam)

    group = Group.objects.get()
    assert told() == [
        ("1 Hope", "", "", "1 Hope"),
        ("Friday Hope", "", "", "Friday Hope"),
    ]
    first = ListingChange.objects.earliest("pk")
    assert (first.way, first.reason, first.changed_by) == ("import", "feed", sam)
    assert (first.changed_on, group.status_since) == (TODAY, TODAY)


def test_what_a_list_changes_is_recorded_before_and_after(db):
    load(row(group="Hope", types=["O"], notes="Ring", phone="1"))
    load(row(group="Hope", types=["O", "D"], notes="", time="20:00", phone="2"))

    assert told()[2:] == [
        ("1 Hope", "phone", "1", "2"),
        ("Friday Hope", "time", "19:30:00", "20:00:00"),
        ("Friday Hope", "notes", "Ring", ""),
        ("Friday Hope", "types", "O", "DISC, O"),
    ]


def test_facts_that_nobody_reads_are_not_recorded(db):
    load(row(odd="1", updated="2026-01-01 10:00:00"))
    load(row(odd="2", updated="2026-01-02 10:00:00"))

    assert told() == [("Friday Hope", "", "", "Friday Hope")]


def test_a_dry_run_records_nothing(db):
    load(row(group="Hope"), dry_run=True)

    assert told() == []
