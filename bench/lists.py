"""How many queries each list page takes for those whose rights are looked up."""

from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.timing import Figure
from intergroup.kit import admin
from intergroup.registry.models import User


def measure() -> Iterator[Figure]:
    """Yield the queries of the list that takes the most, and of each desk."""
    call_command("load_demo", verbosity=0)
    client = Client(SERVER_NAME="localhost")
    for who in ("treasurer", "secretary"):
        client.force_login(User.objects.get(email__startswith=f"{who}@"))
        most = max(_lists(client), key=lambda found: found[0])
        what = f"the {who}’s longest list page, {most[1]}"
        yield Figure(what, most[0], 1, 12, "queries")
        desk = _queries(client, reverse("admin:index"))
        yield Figure(f"the {who}’s desk", desk, 1, 30, "queries")


def _lists(client: Client) -> Iterator[tuple[int, str]]:
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        yield _queries(client, reverse(f"admin:{name}_changelist")), name


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code in (200, 302, 403), (path, response.status_code)
    return len(captured)
