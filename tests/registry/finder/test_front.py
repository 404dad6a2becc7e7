"""The first page of the site: for strangers, and for those who signed in."""

from tests.factories import DirectoryFactory


def test_a_stranger_is_led_to_the_meetings_once_they_are_public(client, db):
    DirectoryFactory()

    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/meetings/")


def test_a_stranger_is_asked_to_sign_in_before_that(client, db):
    answer = client.get("/")

    assert answer["Location"].startswith("/account/login/")


def test_who_signed_in_finds_the_desk(client, gail):
    DirectoryFactory()
    client.force_login(gail)

    assert "Your desk" in client.get("/").content.decode()
