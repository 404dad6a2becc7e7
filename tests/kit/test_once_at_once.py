"""The same form in two sessions of the database at the same moment."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from intergroup.kit import once
from tests.factories import account, fund
from treasury.models import Contribution

ADD = reverse("admin:treasury_contribution_add")
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def in_sessions(tmp_path):
    """Call each function in a thread that has its own session of the database.

    SQLite keeps the test’s database in memory, where nobody waits for anybody:
    the sessions get a copy of it in a file.
    """

    def run(*functions):
        file = tmp_path / "copy.sqlite3"
        if connection.vendor == "sqlite" and not file.exists():
            with sqlite3.connect(file) as copy:
                connection.connection.backup(copy)
                copy.execute("PRAGMA journal_mode=WAL")  # or all want to turn it on

        def in_session(function):
            if connection.vendor == "sqlite":
                settings = {**connection.settings_dict, "NAME": str(file)}
                connection.settings_dict = settings
            try:
                return function()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(functions)) as pool:
            return list(pool.map(in_session, functions))

    return run


@pytest.fixture
def request_of(tess):
    def send(token):
        request = RequestFactory().post("/", {once.NAME: token})
        request.user = tess
        return request

    return send


def test_a_double_click_is_recorded_once(in_sessions, tess):
    form = {
        "received_on": "2026-06-01",
        "source": "member",
        "amount": "45.00",
        "account": account("1000").pk,
        "fund": fund().pk,
        once.NAME: once.token(),
    }
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(tess)
    both = Barrier(2)

    def click(browser):
        both.wait(timeout=30)
        return browser.post(ADD, form).status_code

    told = in_sessions(*(lambda b=browser: click(b) for browser in browsers))

    assert told == [302, 302]
    assert in_sessions(Contribution.objects.count) == [1]


@pytest.mark.parametrize(("fails", "second"), [(False, False), (True, True)])
def test_the_second_learns_what_became_of_the_first(
    in_sessions, request_of, fails, second
):
    token, spent = once.token(), Event()

    def first():
        with transaction.atomic():
            good = once.spend(request_of(token))
            spent.set()
            Event().wait(timeout=0.5)
            transaction.set_rollback(fails)
        return good

    def after():
        spent.wait(timeout=30)
        with transaction.atomic():
            return once.spend(request_of(token))

    assert in_sessions(first, after) == [True, second]


def test_a_token_is_not_spent_outside_a_transaction(request_of):
    with pytest.raises(RuntimeError, match="inside the transaction"):
        once.spend(request_of(once.token()))
