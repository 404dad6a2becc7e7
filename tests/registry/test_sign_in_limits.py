"""How often anybody may try to sign in, and how nobody gets around it."""

from intergroup.registry.models import User

LOGIN = "/account/login/"
PASSWORD, WRONG = "a quiet morning", "wrong"
NO, TOO_OFTEN = "do not go together", "Wait five minutes"


def attempt(client, email, password=WRONG, forwarded_for=""):
    """Try to sign in, and return the page that comes back."""
    data = {"login": email, "password": password}
    headers = {"X-Forwarded-For": forwarded_for} if forwarded_for else {}
    return client.post(LOGIN, data, headers=headers).content.decode()


def test_the_sixth_wrong_password_is_refused_before_it_is_looked_at(client, db):
    User.objects.create_user("tess@example.org", PASSWORD)
    answers = [attempt(client, "tess@example.org") for _ in range(5)]

    sixth = attempt(client, "tess@example.org", PASSWORD)

    assert all(NO in answer for answer in answers)
    assert TOO_OFTEN in sixth
    assert "_auth_user_id" not in client.session


def test_a_place_is_counted_whatever_it_says_of_itself(client, db):
    answers = [
        attempt(client, f"u{n}@example.org", forwarded_for=f"10.0.0.{n}")
        for n in range(11)
    ]

    assert [TOO_OFTEN in answer for answer in answers] == [False] * 10 + [True]


def test_behind_a_proxy_each_visitor_is_counted_alone(client, db, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(10):
        attempt(client, f"u{n}@example.org", forwarded_for=f"1.1.1.{n}, 10.0.0.1")

    again = attempt(client, "v@example.org", forwarded_for="2.2.2.2, 10.0.0.1")
    other = attempt(client, "w@example.org", forwarded_for="2.2.2.2, 10.0.0.2")

    assert TOO_OFTEN in again
    assert NO in other


def test_too_many_requests_get_a_page_of_the_house(client, db):
    answers = [client.post(LOGIN, {"login": ""}) for _ in range(31)]

    assert [answers[0].status_code, answers[30].status_code] == [200, 429]
    assert "A little too often" in answers[30].content.decode()
