"""Many mails, of whatever kind, are sent by a process of its own, each once."""

import email
import re
from email.policy import default

import pytest
from django.core.management import CommandError, call_command

from intergroup.business.actions import at_work
from intergroup.business.views.sendings.mailing import AT_ONCE, begin
from intergroup.kit.tokens import hashed
from tests.business.sendings.conftest import KINDS, write
from tests.elsewhere import reach, wait_for

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SITE, MANY = "https://office.example.org", AT_ONCE + 1
LEFT = "SELECT count(*) FROM business_sendingline WHERE NOT is_sent"


def letters(folder):
    """The mails that processes wrote into files."""
    text = "".join(file.read_text() for file in folder.glob("*.log"))
    mails = [each for each in re.split(r"\n-{79}\n", text) if each.strip()]
    return [email.message_from_string(each, policy=default) for each in mails]


def send_apart(sending, tmp_path, monkeypatch):
    """Send it by a process; return its mails, and how to ask its database."""
    mails = tmp_path / "mails"
    ask = reach(tmp_path, monkeypatch, EMAIL_URL=f"filemail:///{mails}")
    begin(sending, site=SITE)
    wait_for(lambda: ask(LEFT) == [(0,)])
    return letters(mails), ask


@pytest.mark.parametrize("kind", KINDS)
def test_many_mails_are_sent_apart_each_once(fill, kind, tmp_path, monkeypatch):
    sending = write(fill(MANY), kind)

    sent, _ask = send_apart(sending, tmp_path, monkeypatch)

    assert len(sent) == MANY


def test_links_that_a_process_mails_are_good_and_each_groups_own(
    fill, tmp_path, monkeypatch
):
    sending = write(fill(MANY), "ballot")

    sent, ask = send_apart(sending, tmp_path, monkeypatch)

    links = rf"{SITE}/business/ballot/(\w+)/"
    found = [re.findall(links, each.get_content())[0] for each in sent]
    kept = {row[0] for row in ask("SELECT token_hash FROM business_groupballot")}
    assert {hashed(word) for word in found} == kept
    assert len(kept) == MANY


def test_the_command_leaves_alone_what_somebody_is_at_work_on(fill):
    sending = write(fill(), "packet")
    at_work.begin(sending)

    with pytest.raises(CommandError, match="on its way already"):
        call_command("send_the_rest", str(sending.pk))


def test_the_command_says_that_it_does_not_know_where_the_pages_are(fill):
    sending = write(fill(), "reports")

    with pytest.raises(CommandError, match="give --site"):
        call_command("send_the_rest", str(sending.pk))


def test_the_command_knows_no_sending_that_is_not_there(db):
    with pytest.raises(CommandError, match="no such sending"):
        call_command("send_the_rest", "7")
