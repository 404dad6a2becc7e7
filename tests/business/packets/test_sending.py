"""A packet goes to each by blind copy, once, and it is known to whom."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.urls import reverse

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import (
    Post,
    Recipient,
    go_on,
    send,
    write_down,
)
from intergroup.business.models import PresentedPacket, Sending
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
)

NOON = datetime(2026, 2, 8, 12, tzinfo=UTC)
FEBRUARY_8 = date(2026, 2, 8)


@pytest.fixture
def packet(db):
    BodyFactory(email="area@example.org")
    return PresentedPacket.objects.create(
        meeting=BusinessMeetingFactory(),
        is_final=False,
        made_at=NOON,
        page_count=3,
        content=b"%PDF-1.7",
        sha256="abc",
    )


def sending():
    return Sending(kind="notice", subject="A notice", sent_at=NOON)


def is_whole(sending):
    return not sending.lines.left().exists()


def letter(_recipient):
    return EmailMessage(subject="A notice", body="Come.")


def represent(number, name, **values):
    person = PersonFactory(email=f"{name}@example.org" if name else "")
    group = GroupFactory(number=number, name=f"Group of {name}", status="active")
    return RepresentativeFactory(
        group=group, person=person, began_on=date(2026, 1, 1), **values
    )


def test_nobody_sees_to_whom_else_it_goes(db):
    ours = [Recipient("1 Hope", "a@example.org"), Recipient("2 Joy", "b@example.org")]

    send(sending(), ours, letter)

    assert [(each.to, each.bcc) for each in mail.outbox] == [
        ([], ["a@example.org"]),
        ([], ["b@example.org"]),
    ]
    assert "a@example.org" not in str(mail.outbox[0].message())


def test_nobody_is_written_to_twice_at_one_address(db):
    ours = [Recipient("1 Hope", "A@example.org"), Recipient("Chair", "a@example.org")]

    send(sending(), ours, letter)

    assert [each.bcc for each in mail.outbox] == [["A@example.org"]]


def test_two_of_one_name_both_get_it(db):
    ours = [Recipient("Chair", "a@example.org"), Recipient("Chair", "b@example.org")]

    sent = send(sending(), ours, letter)

    assert [each.to for each in sent.lines.all()] == ["Chair", "Chair (2)"]
    assert all(each.is_sent for each in sent.lines.all())


def test_who_has_no_address_stands_in_the_record(db):
    sent = send(sending(), [Recipient("1 Hope", "")], letter)

    line = sent.lines.get()
    assert (line.is_sent, line.problem) == (False, "no e-mail address")
    assert is_whole(sent)


def test_a_sending_that_was_stopped_goes_on_where_it_stopped(db):
    ours = [Recipient(f"{n} Group", f"{n}@example.org") for n in range(1, 4)]
    stopped = write_down(sending(), lambda: ours)
    stopped.lines.filter(to="1 Group").update(is_sent=True)

    go_on(stopped, Post(ours, letter))

    assert [each.bcc for each in mail.outbox] == [["2@example.org"], ["3@example.org"]]
    assert is_whole(stopped)


def test_a_mail_that_fails_stops_no_other_and_its_reason_hides_the_address(db):
    def broken_first(recipient):
        made = letter(recipient)
        if recipient.to == "1 Hope":
            made.subject = "two\nlines"
        return made

    ours = [Recipient("1 Hope", "a@example.org"), Recipient("2 Joy", "b@example.org")]

    sent = send(sending(), ours, broken_first)

    assert [(each.is_sent, each.problem) for each in sent.lines.all()] == [
        (False, "BadHeaderError"),
        (True, ""),
    ]
    assert not is_whole(sent)


def test_where_the_mail_server_does_not_answer_nothing_is_written_down(db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    with pytest.raises(ValidationError, match="does not answer"):
        send(sending(), [Recipient("1 Hope", "a@example.org")], letter)

    assert not Sending.objects.exists()


def test_representatives_groups_and_those_who_serve_get_it(db):
    BodyFactory()
    represent(1, "gail")
    represent(2, "")
    GroupFactory(number=3, name="Hope", email="hope@example.org", status="active")
    GroupFactory(number=4, name="Gone", email="gone@example.org", status="inactive")
    chair = PositionFactory(name="Chair", email="chair@example.org")
    TermFactory(position=chair, began_on=date(2026, 1, 1))

    found = [(each.to, each.address) for each in who_comes(FEBRUARY_8)]

    assert found == [
        ("1 Group of gail, GSR", "gail@example.org"),
        ("2 Group of , GSR", ""),
        ("3 Hope", "hope@example.org"),
        ("Chair", "chair@example.org"),
    ]


def test_the_page_sends_the_packet_once_and_shows_to_whom(as_sam, packet):
    represent(1, "gail")
    page = reverse("business:packet-send", args=[packet.pk])
    form = as_sam.get(page)
    word = str(form.content.decode()).split('name="_once" value="')[1].split('"')[0]

    first = as_sam.post(page, {"_once": word}, follow=True)
    second = as_sam.post(page, {"_once": word}, follow=True)

    gails = [each for each in mail.outbox if each.bcc == ["gail@example.org"]]
    assert [each.attachments[0][0] for each in gails] == ["packet-2026-02-08.pdf"]
    assert "1 Group of gail, GSR" in first.content.decode()
    assert "nothing was recorded twice" in second.content.decode()


def test_a_packet_in_the_mail_is_the_one_that_was_kept(as_sam, packet):
    represent(1, "gail")

    as_sam.post(reverse("business:packet-send", args=[packet.pk]))

    _name, content, kind = mail.outbox[0].attachments[0]
    assert (content, kind) == (b"%PDF-1.7", "application/pdf")
    assert Sending.objects.get().sha256 == "abc"


def test_two_at_one_address_are_one_mailbox_and_who_has_none_is_no_mail(as_sam, packet):
    one, two = represent(1, "ann"), represent(2, "bob")
    represent(3, "")
    two.person.email = one.person.email
    two.person.save()
    address = reverse("business:packet-send", args=[packet.pk])

    asked = as_sam.get(address).content.decode()
    told = as_sam.post(address, follow=True).content.decode()

    assert "It goes to 1 mailbox, by blind copy." in asked
    assert "Sent 1 mail." in told
