"""What the desk shows a registrar, and a representative."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from intergroup.kit import desk
from intergroup.registry.reports.listings import Listed, unverified, waiting
from intergroup.registry.reports.mine import MeetingLine, MyGroup, my_groups
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    RepresentativeFactory,
)
from tests.registry.registering.sent import form

FEBRUARY_1 = date(2026, 2, 1)
desk.discover()


def card(user, slug):
    """The HTML of one card as the person sees it, or None."""
    shown = {each.slug: html for each, html in desk.render(user, FEBRUARY_1)}
    return shown.get(slug)


def test_a_listing_is_to_be_confirmed_after_twelve_months(db):
    GroupFactory(number=1, verified_on=date(2025, 2, 1))
    late = GroupFactory(number=2, verified_on=date(2025, 1, 31))
    never = GroupFactory(number=3)
    GroupFactory(number=4, status="inactive")

    report = unverified(FEBRUARY_1)

    assert (report.count, report.on_the_roll) == (2, 3)
    assert {each.pk for each in report.first} == {late.pk, never.pk}


def test_the_directory_says_after_how_many_months_a_listing_is_to_be_confirmed(db):
    DirectoryFactory(verify_months=6)
    GroupFactory(verified_on=date(2025, 8, 1))
    late = GroupFactory(verified_on=date(2025, 7, 31))

    report = unverified(FEBRUARY_1)

    assert [each.pk for each in report.first] == [late.pk]


def test_only_the_first_five_are_named(db):
    for _nth in range(7):
        GroupFactory()

    report = unverified(FEBRUARY_1)

    assert (report.count, len(report.first)) == (7, 5)


@pytest.mark.parametrize(
    ("status", "waits"),
    [
        ("new", True),
        ("pending", True),
        ("pending-inactive", True),
        ("missing", True),
        ("active", False),
        ("inactive", False),
    ],
)
def test_a_group_waits_for_somebody_to_look_at_it(db, status, waits):
    group = GroupFactory(number=1, name="Hope", status=status)

    first = waiting(FEBRUARY_1).first

    listed = Listed(group.pk, "1 Hope", group.get_status_display())
    assert first == ((listed,) if waits else ())


def test_a_group_that_does_not_answer_is_one_not_heard_from(db):
    GroupFactory(status="missing")

    assert waiting(FEBRUARY_1).first[0].status == "Not heard from"


def test_the_secretary_sees_how_many_listings_are_to_be_confirmed(sam):
    GroupFactory(number=41, name="Hope")

    html = card(sam, "listings")

    sentence = "One group has not said since Feb. 1, 2025 that its listing is right."
    assert sentence in html
    assert "41 Hope" in html


def test_an_empty_register_says_what_to_do_first(sam):
    sentence = "No groups yet. Import a meeting list, or add the first group."

    assert sentence in card(sam, "listings")
    assert "No group waits for anybody" in card(sam, "registrations")


def test_forms_to_decide_stand_on_the_desk_the_oldest_first(sam):
    group = GroupFactory(number=41, name="Hope")
    form("pause", group, sent_at=datetime(2026, 1, 31, 17, tzinfo=UTC))
    form("close", group, sent_at=datetime(2026, 1, 20, 17, tzinfo=UTC), state="asked")

    report = waiting(FEBRUARY_1)

    assert report.form_count == 2
    assert [(each.asks, each.state, each.days) for each in report.forms] == [
        ("Close: 41 Hope", "Asked back", 12),
        ("Pause: 41 Hope", "To decide", 1),
    ]
    assert "Close: 41 Hope" in card(sam, "registrations")


def test_a_form_of_today_waits_since_today(sam):
    form("close", GroupFactory(), sent_at=datetime(2026, 2, 1, 17, tzinfo=UTC))

    assert "To decide, since today" in card(sam, "registrations")


def test_the_link_to_the_groups_that_wait_opens_the_list_of_them(as_sam, sam):
    GroupFactory(number=41, status="pending")
    GroupFactory(number=42)

    address = card(sam, "registrations").split('href="')[-1].split('"')[0]
    page = as_sam.get(address)

    assert [each.number for each in page.context["cl"].queryset] == [41]


def test_a_treasurer_has_no_cards_of_the_register(tess):
    GroupFactory(status="new")

    assert (card(tess, "listings"), card(tess, "registrations")) == (None, None)


def test_a_representative_reads_how_the_group_is_listed(gail):
    group = GroupFactory(number=41, name="Hope", verified_on=date(2026, 1, 5))
    RepresentativeFactory(group=group, person=gail.person)
    MeetingFactory(group=group, location=LocationFactory(name="Hall", address=""))
    MeetingFactory(group=group, name="Any", day=None, attendance="phone")
    MeetingFactory(group=group, name="Gone", unlisted_on=date(2026, 1, 1))

    assert my_groups(gail.person, FEBRUARY_1) == (
        MyGroup(
            number=41,
            group="41 Hope",
            status="",
            is_alternate=False,
            verified_on=date(2026, 1, 5),
            is_long_ago=False,
            meetings=(
                MeetingLine("Friday", "Friday Hope", "Hall – In person"),
                MeetingLine("By appointment", "Any", "By telephone"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("verified_on", "sentence"),
    [
        (None, "Is this still right? Nobody has said so yet."),
        (date(2025, 1, 31), "Is this still right? Somebody last said so on Jan. 31,"),
        (date(2025, 2, 1), "Said to be right on Feb. 1, 2025."),
    ],
)
def test_a_representative_is_asked_whether_it_is_still_right(
    gail, verified_on, sentence
):
    group = GroupFactory(verified_on=verified_on)
    RepresentativeFactory(group=group, person=gail.person)

    assert sentence in card(gail, "my-group")


def test_a_representative_is_led_to_the_page_of_the_group(gail):
    BodyFactory(calls_representative="IGR")
    RepresentativeFactory(person=gail.person, group=GroupFactory(number=41))

    html = card(gail, "my-group")

    assert 'href="/my-group/41/"' in html
    assert "You are its IGR." in html


def test_a_representative_reads_what_the_register_says_of_a_group_that_paused(gail):
    paused = GroupFactory(number=41, status="paused")
    RepresentativeFactory(person=gail.person, group=paused)

    html = card(gail, "my-group")

    assert "The register says: Paused." in html
    assert "Is this still right?" not in html


def test_who_has_rotated_out_has_no_group_on_the_desk(gail):
    RepresentativeFactory(person=gail.person, ends_on=FEBRUARY_1)

    assert card(gail, "my-group") is None


def test_who_is_nobody_in_the_register_has_no_group_on_the_desk(ada):
    assert card(ada, "my-group") is None


def test_who_keeps_the_directory_is_told_that_it_is_not_public_yet(reg, tess):
    GroupFactory()

    assert "not public yet" in card(reg, "directory")
    assert card(tess, "directory") is None


def test_the_desk_leads_through_an_empty_register_step_by_step(ada, sam):
    nameless, waiting_for_ada = card(ada, "directory"), card(sam, "directory")
    BodyFactory()
    empty = card(ada, "directory")
    MeetingFactory()
    full = card(ada, "directory")

    assert empty == waiting_for_ada
    assert reverse("admin:registry_body_add") in nameless
    assert reverse("admin:registry_meeting_import") in empty
    assert reverse("admin:registry_directory_changelist") in full


def test_who_keeps_the_directory_is_told_what_everybody_can_find(reg):
    DirectoryFactory(is_registration_open=False)
    group = GroupFactory()
    MeetingFactory(group=group)
    MeetingFactory(group=group, day=1)
    MeetingFactory(unlisted_on=FEBRUARY_1)

    told = " ".join(card(reg, "directory").split())

    assert "Everybody can find 2 meetings of one group." in told
    assert "The forms for groups are closed." in told
