"""Signing in: by password, by an e-mailed code, with a second step, and not at all."""

import base64
import hmac
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import NoReverseMatch, reverse

from intergroup.registry.models import User
from tests.factories import BodyFactory

LOGIN, CODE = "/account/login/", "/account/login/code/"
PASSWORD = "a quiet morning"


@pytest.fixture
def tess(tess):
    """Tess, who has a password."""
    tess.set_password(PASSWORD)
    tess.save()
    return tess


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def app_code(secret):
    """The code that an authenticator app shows now (RFC 6238)."""
    counter = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def test_a_password_leads_to_the_desk(client, tess):
    response = sign_in(client, "tess@example.org")

    assert (response.status_code, response["Location"]) == (302, reverse("desk"))
    assert signed_in_as(client) == str(tess.pk)


def test_an_address_may_be_written_in_capitals(client, db):
    User.objects.create_user("Ada.L@Example.org", PASSWORD)

    response = sign_in(client, "ada.l@EXAMPLE.org")

    assert response["Location"] == reverse("desk")


def test_somebody_with_no_office_right_lands_on_the_desk_too(client, gail):
    gail.set_password(PASSWORD)
    gail.save()

    sign_in(client, "gail@example.org")

    assert "Your desk" in client.get(reverse("desk")).content.decode()
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("email", ["tess@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(
    client, tess, email
):
    response = sign_in(client, email, "wrong")

    assert "do not go together" in response.content.decode()
    assert signed_in_as(client) is None


def test_a_closed_account_does_not_open(client, tess):
    User.objects.filter(pk=tess.pk).update(is_active=False)

    response = sign_in(client, "tess@example.org")

    assert response["Location"] == reverse("account_inactive")
    assert signed_in_as(client) is None
    assert "ask the secretary" in client.get(response["Location"]).content.decode()


def test_a_code_from_the_mail_signs_in(client, tess, mailoutbox):
    BodyFactory()

    response = client.post(CODE, {"email": "tess@example.org"}, follow=True)
    (mail,) = mailoutbox
    code = mail.body.splitlines()[0]
    done = client.post("/account/login/code/confirm/", {"code": code.lower()})

    assert "If tess@example.org may sign in here" in response.content.decode()
    assert mail.subject == "Your sign-in code"
    assert mail.body.rstrip().endswith("Heroin Anonymous, Test Area")
    assert done["Location"] == reverse("desk")
    assert signed_in_as(client) == str(tess.pk)


def test_an_unknown_address_gets_the_same_page_and_no_mail(client, db, mailoutbox):
    response = client.post(CODE, {"email": "nobody@example.org"}, follow=True)

    assert "If nobody@example.org may sign in here" in response.content.decode()
    assert mailoutbox == []


class NoMailServer(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_without_a_mail_server_the_page_tells_nobody_apart(
    client, tess, settings, caplog
):
    settings.EMAIL_BACKEND = f"{__name__}.NoMailServer"

    response = client.post(CODE, {"email": "tess@example.org"}, follow=True)

    assert "If tess@example.org may sign in here" in response.content.decode()
    assert "could not be sent" in caplog.text


def test_a_wrong_code_does_not_sign_in(client, tess):
    client.post(CODE, {"email": "tess@example.org"})

    response = client.post("/account/login/code/confirm/", {"code": "AAAA-AAAA"})

    assert "This is not the right code." in response.content.decode()
    assert signed_in_as(client) is None


def test_the_office_pages_send_to_the_same_door(client, db):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == f"{LOGIN}?next=/admin/"


def test_the_office_pages_have_no_login_of_their_own(client, ada):
    ada.set_password(PASSWORD)
    ada.save()

    client.post("/admin/login/", {"username": "ada@example.org", "password": PASSWORD})

    assert signed_in_as(client) is None


def test_signing_out_needs_a_button(as_tess):
    asked = as_tess.get("/account/logout/")
    still = signed_in_as(as_tess)
    as_tess.post("/account/logout/")

    assert (asked.status_code, still is None) == (200, False)
    assert signed_in_as(as_tess) is None


@pytest.mark.parametrize("page", ["signup", "email", "confirm-email"])
def test_nobody_makes_an_account_or_adds_an_address(client, tess, page):
    assert client.get(f"/account/{page}/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_forgotten_password_is_replaced_by_mail(client, tess, mailoutbox):
    client.post("/account/password/reset/", {"email": "tess@example.org"})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    new = {"password1": "a quieter evening", "password2": "a quieter evening"}
    client.post(page.redirect_chain[-1][0], new)

    assert sign_in(client, "tess@example.org", "a quieter evening").status_code == 302
    assert [mail.subject for mail in mailoutbox] == [
        "Choose a new password",
        "Your password was changed",
    ]


def test_an_address_that_was_replaced_opens_nothing(client, tess, mailoutbox):
    client.post("/account/password/reset/", {"email": "tess@example.org"})
    User.objects.filter(pk=tess.pk).update(email="treasurer@example.org")
    mailoutbox.clear()

    refused = sign_in(client, "tess@example.org")
    client.post("/account/password/reset/", {"email": "tess@example.org"})

    assert "do not go together" in refused.content.decode()
    assert mailoutbox == []


def test_ones_own_password_is_changed_with_the_old_one(client, tess, mailoutbox):
    sign_in(client, "tess@example.org")
    new = {"password1": "a quieter evening", "password2": "a quieter evening"}

    client.post("/account/password/change/", {"oldpassword": PASSWORD, **new})

    tess.refresh_from_db()
    assert tess.check_password("a quieter evening")
    assert [mail.to for mail in mailoutbox] == [["tess@example.org"]]


def test_an_authenticator_app_is_added_and_then_asked_for(client, tess, mailoutbox):
    sign_in(client, "tess@example.org")
    asked_again = client.get("/account/2fa/totp/activate/")["Location"]
    page = client.post(asked_again, {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": app_code(secret)})
    client.post("/account/logout/")

    asked = sign_in(client, "tess@example.org")
    before = signed_in_as(client)
    client.post(asked["Location"], {"code": app_code(secret)})

    assert asked["Location"] == reverse("mfa_authenticate")
    assert before is None
    assert signed_in_as(client) == str(tess.pk)
    assert len(Authenticator.objects.filter(user=tess)) == 2


def test_a_code_by_mail_does_not_replace_the_second_step(client, tess, mailoutbox):
    Authenticator.objects.create(user=tess, type="totp", data={"secret": "ABCDEFGH"})
    client.post(CODE, {"email": "tess@example.org"})
    code = mailoutbox[0].body.splitlines()[0]

    done = client.post("/account/login/code/confirm/", {"code": code})

    assert done["Location"] == reverse("mfa_authenticate")
    assert signed_in_as(client) is None


def test_the_office_removes_a_lost_step_and_sees_no_secret(as_ada, tess):
    step = Authenticator.objects.create(
        user=tess, type="totp", data={"secret": "ABCDEFGH"}
    )

    page = as_ada.get(f"/admin/mfa/authenticator/{step.pk}/change/")
    as_ada.post(f"/admin/mfa/authenticator/{step.pk}/delete/", {"post": "yes"})

    assert "tess@example.org" in page.content.decode()
    assert "ABCDEFGH" not in page.content.decode()
    assert not Authenticator.objects.exists()


def test_the_office_cannot_give_an_account_a_second_address(as_ada):
    assert as_ada.get("/admin/account/emailaddress/").status_code == 404


FELLOWSHIP = re.compile(r"heroin|anonym|recover|area|fellow|group|meeting", re.I)


@pytest.mark.parametrize(
    "template",
    sorted(settings.BASE_DIR.glob("templates/*/email/*_subject.txt")),
    ids=str,
)
def test_a_subject_on_a_lock_screen_says_nothing_of_the_fellowship(template):
    assert FELLOWSHIP.search(template.read_text()) is None
