"""The mail that asks: what the listing says, one link, and nobody’s name."""

from datetime import date, time

from django.core import mail

from intergroup.registry.actions.verifying import ask_group, remind_groups
from intergroup.registry.models import Directory
from intergroup.registry.reports.letters import mail_room
from tests.factories import (
    BodyFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
)

FEBRUARY_1 = date(2026, 2, 1)


def link(token):
    return f"https://office.example.org/{token}"


def asked(group):
    with mail_room(link) as send:
        ask_group(group, on=FEBRUARY_1, directory=Directory(), send=send)
    return mail.outbox[-1]


def group_of_gail():
    BodyFactory(email="office@example.org")
    group = GroupFactory(number=12, name="Hope & Joy", venmo="@hope")
    person = PersonFactory(first_name="Gail", email="gail@example.org")
    RepresentativeFactory(group=group, person=person)
    hall = LocationFactory(name="Grange Hall", address="1 Main St")
    MeetingFactory(group=group, time=time(19, 30), location=hall)
    return group


def test_the_mail_says_what_is_listed_and_gives_one_link(db):
    sent = asked(group_of_gail())

    assert sent.to == ["gail@example.org"]
    assert sent.reply_to == ["office@example.org"]
    assert "“12 Hope & Joy”" in sent.body
    assert (
        "* Friday Hope\n  Every Friday, 7:30 p.m.\n  Grange Hall, 1 Main" in sent.body
    )
    assert "Venmo: @hope" in sent.body
    assert sent.body.count("https://office.example.org/") == 1
    assert "before March 3, 2026" in sent.body


def test_the_subject_says_nothing_of_the_fellowship_and_no_mail_a_name(db):
    sent = asked(group_of_gail())

    assert sent.subject == "Is this still right?"
    assert "Gail" not in sent.body


def test_a_reminder_says_so_and_that_it_is_the_last(db):
    asked(group_of_gail())

    with mail_room(link) as send:
        remind_groups(on=date(2026, 2, 15), directory=Directory(), send=send)

    reminder = mail.outbox[-1]
    assert reminder.subject == "Is this still right? A reminder"
    assert "On Feb. 1, 2026 we asked" in reminder.body
    assert "This is the last mail about it" in reminder.body


def test_a_group_without_a_meeting_is_told_so(db):
    person = PersonFactory(email="gail@example.org")
    serving = RepresentativeFactory(person=person)

    sent = asked(serving.group)

    assert "No meeting of this group is in the list." in sent.body
