"""The page of a form: what it shows to whom, and what its buttons do."""

from datetime import UTC, date, datetime, time

import pytest
from django.core import mail
from django.urls import reverse

from intergroup.registry.actions.registering.deciding import accept
from intergroup.registry.models import Group, Registration, RegistrationMessage
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    MeetingFactory,
    PersonFactory,
)
from tests.registry.registering.sent import DECIDED_AT, MAY_4, form, new_group


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg has signed in."""
    client.force_login(reg)
    return client


@pytest.fixture
def hope(db):
    group = GroupFactory(number=12, name="Hope", phone="+1 309 555 0100")
    MeetingFactory(group=group, slug="hope", time=time(19))
    return group


def at(name, sent):
    return reverse(f"registry:{name}", args=[sent.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_change_is_shown_field_by_field_in_words(as_reg, hope):
    meetings = [{"slug": "hope", "day": "0", "types": ["O"]}]
    sent = form("change", hope, said={"phone": ""}, meetings=meetings)

    page = text_of(as_reg.get(at("registration", sent)))

    assert "<td>Friday</td><td><strong>Sunday</strong></td>" in page
    assert "<td>–</td><td><strong>Open</strong></td>" in page
    assert "<td>+1 309 555 0100</td><td><strong>–</strong></td>" in page
    assert "In the register now" not in page


def test_what_changed_in_the_register_since_is_a_third_column(as_reg, hope):
    sent = form("change", hope, said={"phone": "+1 309 555 0111"})
    hope.phone = "+1 309 555 0122"
    hope.save()

    page = text_of(as_reg.get(at("registration", sent)))

    assert (
        "<td>+1 309 555 0100</td><td><strong>+1 309 555 0122</strong></td>"
        "<td><strong>+1 309 555 0111</strong></td>" in page
    )


def test_the_private_part_is_marked_and_for_those_who_decide(client, reg, cal):
    sent = new_group(remarks="We are new.")
    pages = {}
    for each in (reg, cal):
        client.force_login(each)
        pages[each] = text_of(client.get(at("registration", sent)))

    for word in ("sue@example.com", "pat@example.com", "+1 309 555 0101"):
        assert word in pages[reg]
        assert word not in pages[cal]
    assert "Confidential" in pages[reg]
    assert "We are new." in pages[cal]
    assert "Accept" not in pages[cal]


def test_who_decides_sees_whom_the_register_knows_already(as_reg):
    PersonFactory(email="pat@example.com", phone="+1 309 555 0999")

    page = text_of(as_reg.get(at("registration", new_group())))

    assert "<dt>Already in the register as</dt><dd>Pat D.</dd>" in page
    assert "<dd>+1 309 555 0999</dd>" in page
    assert "never said so" in page


@pytest.mark.parametrize(
    ("email", "is_known"), [("SUE@example.com", True), ("kim@example.com", False)]
)
def test_an_address_that_the_register_knows_is_said_to_be(
    as_reg, hope, email, is_known
):
    GroupContactFactory(group=hope, person=PersonFactory(email=email))

    page = text_of(as_reg.get(at("registration", form("close", hope))))

    assert ("but anybody can type an address" in page) is is_known


@pytest.mark.parametrize("name", ["registration", "registration-edit"])
def test_the_page_is_closed_to_who_has_no_right(client, tess, gail, name):
    sent = new_group()

    for each in (tess, gail):
        client.force_login(each)
        assert client.get(at(name, sent)).status_code == 403


@pytest.mark.parametrize("way", ["accept", "refuse", "ask"])
def test_the_chair_reads_and_decides_nothing(client, cal, way):
    sent = new_group()
    client.force_login(cal)

    answer = client.post(at(f"registration-{way}", sent), {"answer": "No"})

    sent.refresh_from_db()
    assert (answer.status_code, sent.state) == (403, "sent")


@pytest.mark.parametrize("way", ["accept", "refuse", "ask"])
def test_nothing_is_decided_by_following_a_link(as_reg, way):
    assert as_reg.get(at(f"registration-{way}", new_group())).status_code == 405


def test_a_form_that_is_not_there_is_not_found(as_reg):
    assert as_reg.get("/office/registrations/77/").status_code == 404


def test_accepting_writes_tells_and_mails_the_sender(as_reg, reg):
    sent = new_group()

    page = text_of(as_reg.post(at("registration-accept", sent), follow=True))

    assert "Accepted. “1 Hope” is pending now." in page
    assert "Welcome letter" in page
    assert "What was written" in page
    assert [each.to for each in mail.outbox] == [["sue@example.com"]]
    assert "/groups/talk/" in mail.outbox[0].body


def test_a_double_click_accepts_once(as_reg):
    sent = new_group()
    html = as_reg.get(at("registration", sent)).content.decode()
    token = html.split('name="_once" value="')[1].split('"')[0]

    for _nth in range(2):
        page = as_reg.post(
            at("registration-accept", sent), {"_once": token}, follow=True
        )

    assert "nothing was recorded twice" in text_of(page)
    assert (Group.objects.count(), len(mail.outbox)) == (1, 1)


def test_the_second_of_two_reads_who_was_faster(as_reg, sam):
    sent = new_group()
    accept(sent, on=MAY_4, at=DECIDED_AT, decided_by=sam)

    page = text_of(as_reg.post(at("registration-accept", sent), follow=True))

    assert "Sam D. was faster on May 4, 2026: this is accepted already." in page
    assert (Group.objects.count(), mail.outbox) == (1, [])


def test_refusing_without_a_sentence_shows_it_beside_the_box(as_reg):
    sent = new_group()

    page = text_of(as_reg.post(at("registration-refuse", sent), {"answer": " "}))

    assert "Write a sentence to the sender" in page
    sent.refresh_from_db()
    assert (sent.state, mail.outbox) == ("sent", [])


def test_refusing_mails_the_sender(as_reg):
    sent = new_group()

    as_reg.post(at("registration-refuse", sent), {"answer": "We know no such hall."})

    sent.refresh_from_db()
    assert (sent.state, len(mail.outbox)) == ("refused", 1)


def test_asking_back_opens_the_talk_and_mails_the_link(as_reg):
    sent = new_group()

    page = as_reg.post(
        at("registration-ask", sent), {"text": "Which door?"}, follow=True
    )

    assert "Which door?" in text_of(page)
    assert Registration.objects.get().state == "asked"
    assert "/groups/talk/" in mail.outbox[0].body
    assert "Which door?" not in mail.outbox[0].body


def test_a_failing_mail_server_breaks_nothing_and_is_told(as_reg, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    page = as_reg.post(at("registration-accept", new_group()), follow=True)

    assert "tell the sender in another way" in text_of(page)
    assert Group.objects.count() == 1


def test_a_closing_asks_the_contacts_of_the_group(as_reg, hope):
    person = PersonFactory(email="kim@example.com")
    GroupContactFactory(group=hope, person=person, began_on=date(2026, 1, 1))
    sent = form("close", hope)

    page = text_of(as_reg.post(at("registration-accept", sent), follow=True))

    asked = [each for each in mail.outbox if each.to == ["kim@example.com"]]
    assert "“12 Hope” is said to have closed now." in page
    assert "/groups/confirm/" in asked[0].body
    assert "Hope" not in asked[0].subject


def test_a_genuine_closing_is_a_box_to_tick(as_reg, hope):
    sent = form("close", hope)

    as_reg.post(at("registration-accept", sent), {"is_genuine": "on"})

    hope.refresh_from_db()
    assert hope.status == "inactive"


def test_a_sender_who_was_forgotten_is_said_to_be(as_reg, reg):
    sent = accept(new_group(), on=MAY_4, at=DECIDED_AT, decided_by=reg)
    Registration.objects.update(forgotten_on=date(2027, 6, 1), sender_email="")

    page = text_of(as_reg.get(at("registration", sent)))

    assert "Who sent this was forgotten on June 1, 2027." in page


def test_hostile_words_are_shown_as_words(as_reg):
    sent = new_group(said={"name": "<script>alert(1)</script>"}, remarks="<b>x</b>")
    RegistrationMessage.objects.create(
        registration=sent,
        text="<img src=x>",
        written_at=datetime(2026, 5, 2, tzinfo=UTC),
    )

    html = as_reg.get(at("registration", sent)).content.decode()

    assert "<script>alert" not in html
    assert "<img src=x>" not in html
    assert "<b>x</b>" not in html
