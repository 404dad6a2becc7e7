"""``manage.py ask_groups``: mails, reminds, says so in words, and may run twice."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from intergroup.registry.models import Verification
from tests.factories import GroupFactory, VerificationFactory

SITE = "--site=https://office.example.org"


class Unreachable(EmailBackend):
    """A mail server that does not answer."""

    def open(self):
        raise ConnectionRefusedError("no")


class Picky(EmailBackend):
    """A mail server that refuses one address."""

    def send_messages(self, messages):
        if messages[0].to == ["broken@example.org"]:
            raise ConnectionResetError("broken@example.org")
        return super().send_messages(messages)


def run(*args):
    out = StringIO()
    call_command("ask_groups", *args, stdout=out)
    return out.getvalue().splitlines()


def test_the_command_asks_who_is_due_and_says_so(db):
    GroupFactory(number=3, name="Hope", email="group@example.org")
    GroupFactory(number=4, name="Joy")
    GroupFactory(number=5, verified_on=timezone.localdate(), email="b@example.org")

    lines = run(SITE)

    assert lines == [
        "Asked: 3 Hope.",
        "Reminded: nobody.",
        "Nobody to ask: 4 Joy.",
        "Asked, and silent until the link ended: nobody.",
    ]
    assert [sent.to for sent in mail.outbox] == [["group@example.org"]]
    assert "https://office.example.org/groups/confirm/" in mail.outbox[0].body


def test_running_twice_mails_once(db):
    GroupFactory(number=3, name="Hope", email="group@example.org")

    run(SITE)
    lines = run(SITE)

    assert lines[:2] == ["Asked: nobody.", "Reminded: nobody."]
    assert (len(mail.outbox), Verification.objects.count()) == (1, 1)


def test_a_dry_run_says_whom_and_writes_nothing(db):
    asked = GroupFactory(number=4, name="Joy", email="joy@example.org")
    GroupFactory(number=3, name="Hope", email="group@example.org")
    VerificationFactory(
        group=asked,
        asked_on=timezone.localdate() - timedelta(days=14),
        expires_on=timezone.localdate() + timedelta(days=1),
    )
    before = list(Verification.objects.values())

    lines = run("--dry-run")

    assert lines[:2] == ["Asked: 3 Hope.", "Reminded: 4 Joy."]
    assert lines[-1] == "Nothing was mailed: this was a dry run."
    assert list(Verification.objects.values()) == before
    assert mail.outbox == []


def test_who_let_the_link_end_is_named_for_the_secretary(db):
    silent = GroupFactory(number=4, name="Joy", email="joy@example.org")
    VerificationFactory(
        group=silent,
        asked_on=timezone.localdate() - timedelta(days=40),
        expires_on=timezone.localdate() - timedelta(days=10),
    )

    lines = run(SITE)

    assert lines[0] == "Asked: nobody."
    assert lines[-1] == "Asked, and silent until the link ended: 4 Joy."


def test_without_a_site_nobody_is_asked(db, settings):
    settings.SITE_URL = ""
    GroupFactory(email="group@example.org")

    with pytest.raises(CommandError, match="set SITE_URL"):
        run()

    assert Verification.objects.count() == 0


def test_a_mail_server_that_does_not_answer_leaves_nobody_asked(db, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Unreachable"
    GroupFactory(email="group@example.org")

    with pytest.raises(CommandError, match="does not answer; the next run tries"):
        run(SITE)

    assert Verification.objects.count() == 0


def test_one_refused_mail_is_told_and_the_others_go_out(db, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Picky"
    GroupFactory(number=3, name="Hope", email="broken@example.org")
    GroupFactory(number=4, name="Joy", email="joy@example.org")
    out = StringIO()

    with pytest.raises(CommandError, match="One mail could not be sent"):
        call_command("ask_groups", SITE, stdout=out)

    assert "Asked: 4 Joy." in out.getvalue()
    assert "Not mailed: 3 Hope." in out.getvalue()
    assert [each.group.number for each in Verification.objects.all()] == [4]
