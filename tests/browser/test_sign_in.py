"""Signing in as a browser sees it: a passkey under the strict policy, each page."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from intergroup.registry.models import User
from tests.factories import BodyFactory

pytestmark = pytest.mark.browser
PASSWORD = "a quiet morning"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
WITHOUT_AN_ACCOUNT = [
    "login/",
    "login/code/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-xx/",
    "inactive/",
]
WITH_ONE = ["2fa/", "password/change/", "logout/", "reauthenticate/"]


@pytest.fixture
def account(live_server, transactional_db):
    """The address of the pages for signing in; passkeys need a name, not a number."""
    BodyFactory()
    User.objects.create_user("tess@example.org", PASSWORD)
    return live_server.url.replace("127.0.0.1", "localhost") + "/account/"


@pytest.fixture
def page(transactional_db):
    """A narrow telephone with a key in it; ``page.trouble`` is what it complains of."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.trouble = []
        page.on("console", lambda told: page.trouble.append(told.text))
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
        yield page
        browser.close()


def sign_in(page, account):
    page.goto(f"{account}login/?next=/account/2fa/")
    page.fill("#id_login", "tess@example.org")
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_passkey_is_added_and_then_opens_the_account(page, account):
    sign_in(page, account)
    page.get_by_role("link", name="Add a key").click()
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.check("#id_passwordless")
    page.get_by_role("button", name="Add the key").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.goto(f"{account}logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()

    page.goto(f"{account}login/?next=/account/2fa/")
    page.get_by_role("button", name="Use a passkey").click()

    page.get_by_text("You have one key.").wait_for()
    assert [told for told in page.trouble if "Content Security" in told] == []


def test_every_page_is_clean_and_fits_a_telephone(page, account):
    axe = Axe()
    found = {}
    for name in [*WITHOUT_AN_ACCOUNT, "in", *WITH_ONE]:
        if name == "in":
            sign_in(page, account)
            continue
        page.goto(account + name)
        wide = page.evaluate("document.documentElement.scrollWidth") > 360
        wrong = [each["id"] for each in axe.run(page).response["violations"]]
        found[name] = (wide, wrong)

    assert found == dict.fromkeys([*WITHOUT_AN_ACCOUNT, *WITH_ONE], (False, []))
