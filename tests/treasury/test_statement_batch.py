"""Yearly statements of all groups: asked for, made, gone on with, taken along."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.statement_batches import (
    SILENCE,
    ask_for_statements,
    begin_statements,
    end_statements,
    keep_statement,
    missing_groups,
)
from treasury.management.statement_workers import make_some
from treasury.models import Contribution, GroupStatement, StatementBatch
from treasury.reports.statement_progress import MadeStatement, statement_progress

ADDRESS = "/treasury/yearly-statements/"


def give(group, day, amount="10.00"):
    contribution = Contribution(
        received_on=day,
        source="group",
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)


def ask(*, year=2025, is_every_group=False):
    batch = StatementBatch(first_on=date(year, 1, 1), last_on=date(year, 12, 31))
    return ask_for_statements(batch, is_every_group=is_every_group, asked_by=None)


@pytest.fixture
def hope(db):
    """Friday Hope, group 12, which gave in 2025."""
    group = GroupFactory(number=12, name="Friday Hope")
    give(group, date(2025, 12, 31))
    return group


@pytest.fixture
def haven(db):
    """Haven, group 3, which gave in 2025 and in 2026."""
    group = GroupFactory(number=3, name="Haven")
    give(group, date(2025, 1, 1))
    give(group, date(2026, 1, 1))
    return group


def test_ask_for_statements_counts_the_groups_that_gave_by_number(hope, haven):
    GroupFactory(number=1, name="Quiet Hour")

    batch = ask()

    assert (batch.group_ids, batch.groups) == ([haven.pk, hope.pk], 2)


def test_ask_for_statements_can_take_every_group_on_the_roll(hope):
    quiet = GroupFactory(number=1, name="Quiet Hour")
    GroupFactory(number=2, status="inactive")

    assert ask(is_every_group=True).group_ids == [quiet.pk, hope.pk]


def test_ask_for_statements_of_a_year_without_contributions_is_refused(hope):
    with pytest.raises(ValidationError, match="No group contributed in this year"):
        ask(year=2024)


def test_make_some_keeps_one_pdf_for_each_group(hope, haven):
    batch = ask()

    make_some(batch.pk, batch.group_ids)

    made = batch.statements.order_by("group__number")
    assert [each.group for each in made] == [haven, hope]
    assert all(bytes(each.pdf).startswith(b"%PDF-") for each in made)
    assert missing_groups(batch) == []


def test_keep_statement_keeps_the_first_of_two(hope):
    batch = ask()

    for content in (b"%PDF-first", b"%PDF-second"):
        keep_statement(batch.pk, hope.pk, content)

    assert bytes(GroupStatement.objects.get().pdf) == b"%PDF-first"


def test_begin_statements_leaves_out_what_is_made(hope, haven):
    batch = ask()
    keep_statement(batch.pk, haven.pk, b"%PDF-")

    assert begin_statements(batch.pk, now=timezone.now()) == [hope.pk]


def test_begin_statements_waits_for_a_process_that_is_at_work(hope):
    batch, now = ask(), timezone.now()
    begin_statements(batch.pk, now=now)

    with pytest.raises(ValidationError, match="being made already"):
        begin_statements(batch.pk, now=now + SILENCE / 2)
    assert begin_statements(batch.pk, now=now + SILENCE) == [hope.pk]


def test_end_statements_keeps_the_first_problem(hope):
    batch = ask()

    for problem in ("The first.", "The second."):
        end_statements(batch.pk, now=timezone.now(), problem=problem)

    batch.refresh_from_db()
    assert (batch.problem, batch.ended_at) == ("The first.", None)


def test_the_progress_says_how_far_it_is(hope, haven):
    batch, now = ask(), timezone.now()
    begin_statements(batch.pk, now=now)
    keep_statement(batch.pk, haven.pk, b"%PDF-")
    batch.refresh_from_db()

    going = statement_progress(batch, now=now)
    silent = statement_progress(batch, now=now + timedelta(minutes=5))

    made = batch.statements.get()
    assert going.made == (MadeStatement(made.pk, 3, "Haven"),)
    assert (going.is_going, going.is_stopped, going.is_done) == (True, False, False)
    assert (silent.is_going, silent.is_stopped) == (False, True)


def test_the_page_looks_again_while_statements_are_made(as_tess, hope, haven):
    batch = ask()
    begin_statements(batch.pk, now=timezone.now())
    keep_statement(batch.pk, haven.pk, b"%PDF-")

    page = as_tess.get(f"{ADDRESS}{batch.pk}/")

    assert page["Refresh"] == "3"
    assert "1 of 2" in page.content.decode()


def test_the_page_rests_when_all_statements_are_made(as_tess, hope):
    batch = ask()
    keep_statement(batch.pk, hope.pk, b"%PDF-")

    page = as_tess.get(f"{ADDRESS}{batch.pk}/")

    assert "Refresh" not in page
    assert "All statements are made." in page.content.decode()


def test_the_page_of_stopped_work_says_why_and_offers_to_go_on(as_tess, rae, hope):
    batch = ask()
    end_statements(batch.pk, now=timezone.now(), problem="The disk is full.")

    told = as_tess.get(f"{ADDRESS}{batch.pk}/")
    as_tess.force_login(rae)
    read = as_tess.get(f"{ADDRESS}{batch.pk}/").content.decode()

    assert "Refresh" not in told
    assert "The disk is full." in told.content.decode()
    assert "Go on</button>" in told.content.decode()
    assert "The disk is full." in read
    assert "Go on</button>" not in read


def test_the_zip_holds_every_statement_under_a_name_of_its_own(as_tess, hope, haven):
    odd = GroupFactory(number=1234, name="Un Día a la Vez / №1")
    give(odd, date(2025, 6, 1))
    batch = ask()
    for pk in batch.group_ids:
        keep_statement(batch.pk, pk, b"%%PDF-%d" % pk)

    answer = as_tess.get(f"{ADDRESS}{batch.pk}/statements.zip")

    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.testzip() is None
    assert archive.namelist() == [
        "003-haven-2025.pdf",
        "012-friday-hope-2025.pdf",
        "1234-un-día-a-la-vez-no1-2025.pdf",
    ]
    assert archive.read("012-friday-hope-2025.pdf") == b"%%PDF-%d" % hope.pk
    assert 'filename="statements-2025.zip"' in answer["Content-Disposition"]


def test_one_statement_is_given_by_its_name(as_tess, hope):
    batch = ask()
    keep_statement(batch.pk, hope.pk, b"%PDF-one")
    made = batch.statements.get()

    answer = as_tess.get(f"{ADDRESS}{batch.pk}/{made.pk}.pdf")

    assert answer.content == b"%PDF-one"
    assert 'filename="012-friday-hope-2025.pdf"' in answer["Content-Disposition"]


def test_what_is_not_there_is_not_found(as_tess, hope):
    one, other = ask(), ask()
    keep_statement(one.pk, hope.pk, b"%PDF-")
    made = one.statements.get()

    for address in ("99/", "99/statements.zip", f"{other.pk}/{made.pk}.pdf"):
        assert as_tess.get(ADDRESS + address).status_code == 404
    assert as_tess.post(f"{ADDRESS}99/go-on/").status_code == 404


def test_statements_are_asked_for_by_the_treasurer_and_seen_by_reviewers(
    client, rae, sam, hope
):
    batch = ask()
    client.force_login(rae)
    seen = client.get(f"{ADDRESS}{batch.pk}/").status_code
    asked = client.post(ADDRESS, {"first_on": "2025-01-01"}).status_code
    gone_on = client.post(f"{ADDRESS}{batch.pk}/go-on/").status_code
    client.force_login(sam)
    unseen = {
        client.get(f"{ADDRESS}{batch.pk}/{end}").status_code
        for end in ("", "statements.zip", "1.pdf")
    }

    assert (seen, asked, gone_on, unseen) == (200, 403, 403, {403})


def test_a_year_without_contributions_is_said_beside_its_field(as_tess, hope):
    page = as_tess.post(
        ADDRESS, {"first_on": f"{timezone.localdate().year}-01-01", "groups": "giving"}
    )

    assert page.status_code == 400
    assert "No group contributed in this year." in page.content.decode()
    assert not StatementBatch.objects.exists()


def test_going_on_by_a_link_is_refused(as_tess, hope):
    assert as_tess.get(f"{ADDRESS}{ask().pk}/go-on/").status_code == 405
