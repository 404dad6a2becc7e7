"""A server of its own for the year, its mails, and the people who sit at it."""

import os
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.browser.conftest import ROOT, _free_port, _wait_for
from tests.browser.year.area import PASSWORD

ZONE = ZoneInfo("America/Chicago")
MANAGE = (
    "import sys, tests.browser.year.clock; "
    "from django.core.management import execute_from_command_line as run; "
    "run(sys.argv)"
)
PREPARED = (
    ["manage.py", "migrate", "-v0"],
    ["manage.py", "collectstatic", "-v0", "--no-input"],
    ["-m", "tests.browser.year.area"],
)


class Area:
    """The area’s installation: its address, its clock and its mails."""

    def __init__(self, address, clock, mails):
        self.address, self.clock, self.mails = address, clock, mails
        self.today, self.environment = date(2026, 1, 1), {}

    def wait_until(self, day, hour=12):
        """Let it be that day."""
        self.today = day
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
        self.clock.write_text(moment.isoformat())

    def pass_days(self, days):
        self.wait_until(self.today + timedelta(days=days))

    def manage(self, *command):
        """Run a command of the program in the area’s installation; what it says."""
        told = subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", MANAGE, *command],
            env=self.environment,
            check=True,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        return told.stdout

    def links_to(self, group, pattern):
        """The links of that form in the mails that name a group, the newest last.

        Nobody’s address stands in a mail that goes by blind copy.
        """
        found = []
        for path in sorted(self.mails.glob("*.log"), key=lambda p: p.stat().st_mtime):
            for mail in path.read_text().split("-" * 79):
                if group in mail:
                    found += re.findall(pattern, quopri_free(mail))
        return found


def quopri_free(mail):
    """The words of a mail as they are read: long lines whole again."""
    return mail.replace("=\n", "").replace("=3D", "=")


def _run(arguments, environment):
    subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, *arguments],
        env=environment,
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    """The area on January 1, 2026, on a server of its own."""
    folder, port = tmp_path_factory.mktemp("year"), _free_port()
    clock, mails = folder / "clock", folder / "mails"
    mails.mkdir()
    here = Area(f"http://127.0.0.1:{port}", clock, mails)
    here.wait_until(here.today)
    environment = here.environment = _environment(folder, here)
    for arguments in PREPARED:
        _run(arguments, environment)
    gunicorn = ["-m", "gunicorn", "--no-control-socket", "--threads", "8"]
    where = ["--bind", f"127.0.0.1:{port}", "--chdir", str(ROOT)]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603 (our own program)
            [sys.executable, *gunicorn, *where, "tests.browser.year.clock:application"],
            env=environment,
            stdout=log,
            stderr=log,
        )
        _wait_for(port)
        yield here
        server.terminate()
        server.wait()


def _environment(folder, here):
    settings = {
        "DEBUG": "off",
        "HTTPS": "off",
        "SECRET_KEY": "only-for-tests",
        "DJANGO_SETTINGS_MODULE": "intergroup.settings",
        "EMAIL_URL": f"filemail:///{here.mails}",
        "SITE_URL": here.address,
        "CLOCK": str(here.clock),
        "PYTHONPATH": str(ROOT),
        "VAR_DIR": str(folder),
    }
    environment = {**os.environ, **settings}
    environment.pop("DATABASE_URL", None)
    return environment


class Seat:
    """Somebody at a browser of their own."""

    def __init__(self, area, chromium, who):
        self.area, self.who = area, who
        self.page = chromium.new_context().new_page()
        self.page.set_default_timeout(30_000)
        self.signed_in_on = None

    def go(self, path):
        """Open a page, signing in again where the day is another one."""
        if self.who and self.signed_in_on != self.area.today:
            self._sign_in()
        address = path if path.startswith("http") else self.area.address + path
        answer = self.page.goto(address)
        assert answer.ok, f"{path}: {answer.status}"
        return self.page

    def press(self, name):
        """Press a button, and wait for the page that follows."""
        button = self.page.get_by_role("button", name=name).first
        with self.page.expect_navigation():
            button.click()
        return self.page

    def says(self, text):
        self.page.get_by_text(text).first.wait_for(timeout=20_000)

    def text(self):
        return self.page.locator("main, #content").first.inner_text()

    def _sign_in(self):
        self.page.context.clear_cookies()
        self.page.goto(f"{self.area.address}/account/login/")
        self.page.fill("#id_login", f"{self.who}@example.org")
        self.page.fill("#id_password", PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_role("heading", name="Your desk").wait_for()
        self.signed_in_on = self.area.today


@pytest.fixture(scope="module")
def sit(area, chromium):
    """Give somebody a seat, and the same one each time; nobody signs in without."""
    seats = {}

    def at(who=""):
        if who not in seats:
            seats[who] = Seat(area, chromium, who)
        return seats[who]

    yield at
    for each in seats.values():
        each.page.context.close()
