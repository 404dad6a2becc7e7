"""The demonstration body on a server of its own, and a browser to look at it."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from intergroup.demo.body import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """The address of a server that shows the demonstration body.

    It is a process with a database of its own: what a test writes there is seen by no
    other test than those of a browser.
    """
    folder = tmp_path_factory.mktemp("demo")
    settings = {"DEBUG": "off", "HTTPS": "off", "SECRET_KEY": "only-for-tests"}
    environment = {**os.environ, **settings, "VAR_DIR": str(folder)}
    environment.pop("DATABASE_URL", None)
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in ("migrate", "load_demo", "collectstatic"):
        run = [*manage, command, "-v0"]
        run += ["--no-input"] if command == "collectstatic" else []
        subprocess.run(  # noqa: S603 (our own manage.py)
            run, env=environment, check=True, stdout=subprocess.DEVNULL
        )
    port = _free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--no-control-socket"]
    where = ["--bind", f"127.0.0.1:{port}", "--threads", "8", "--chdir", str(ROOT)]
    serve = [*gunicorn, *where, "intergroup.wsgi:application"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603 (our own manage.py)
            serve, env=environment, stdout=log, stderr=log
        )
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def chromium():
    """A browser without a window; of each module, because two cannot run at once."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed_in(chromium, demo_site):
    """A function that signs a mailbox of the demonstration in, once, and keeps it."""
    kept = {"": None}

    def state(mailbox):
        if mailbox not in kept:
            context = chromium.new_context()
            page = context.new_page()
            page.goto(f"{demo_site}/account/login/")
            page.fill("#id_login", f"{mailbox}@threerivers.example.org")
            page.fill("#id_password", PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.get_by_role("heading", name="Your desk").wait_for()
            kept[mailbox] = context.storage_state()
            context.close()
        return kept[mailbox]

    return state


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(port):
    for _attempt in range(100):
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server of the demonstration did not start")
