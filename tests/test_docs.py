"""What the documents must not forget: settings, rights, sections, decisions."""

import ast
import re
from collections import Counter

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from intergroup.kit import desk, packet, reports
from intergroup.roles import ROLES

DOCS = settings.BASE_DIR / "docs"
WORDS = {
    "view": "see",
    "add": "add",
    "change": "change",
    "delete": "delete",
    "reopen": "open again",
    "enter": "enter",
}
NOTHING = "–"
for board in (desk, packet, reports):
    board.discover()


def text(name):
    return (DOCS / name).read_text()


def variables():
    """Names of the environment variables that the settings read."""
    tree = ast.parse((settings.BASE_DIR / "intergroup/settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if ast.unparse(call.func).startswith("env.")
    }


def rows_of_rights():
    """Lines of the table in docs/roles.md, as the roles are in the code."""
    models = dict.fromkeys(
        re.sub(r"\.[a-z]+_", ".", right)
        for rights in ROLES.values()
        for right in rights
    )
    for model in sorted(models):
        app, name = model.split(".")
        cells = [
            ", ".join(w for v, w in WORDS.items() if f"{app}.{v}_{name}" in rights)
            or NOTHING
            for rights in ROLES.values()
        ]
        plural = apps.get_model(model)._meta.verbose_name_plural
        yield f"| {plural} `{model}` | " + " | ".join(cells) + " |"


def test_every_setting_is_explained():
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", text("settings.md"), re.MULTILINE))

    assert rows == variables()


def test_every_right_of_every_role_is_in_the_table():
    lines = text("roles.md").splitlines()
    table = [line for line in lines if re.search(r" `[a-z]+\.[a-z]+` \|", line)]
    head = f"| what | {' | '.join(ROLES)} |"

    assert head in lines
    assert table == list(rows_of_rights())


def test_every_packet_section_is_explained_with_its_place():
    explained = text("packet.md")

    assert [
        each.slug
        for each in packet.sections()
        if not re.search(
            rf"^.*`{each.slug}`.*\b{each.order}\b", explained, re.MULTILINE
        )
        and not re.search(
            rf"^.*\b{each.order}\b.*`{each.slug}`", explained, re.MULTILINE
        )
    ] == []


def test_every_report_is_explained():
    assert [
        e.slug for e in reports.reports() if f"`{e.slug}`" not in text("reports.md")
    ] == []


def test_every_card_of_the_desk_is_explained():
    assert [slug for slug in desk._cards if f"`{slug}`" not in text("packet.md")] == []


def test_no_two_decisions_have_the_same_number():
    numbers = Counter(path.name[:4] for path in (DOCS / "adr").glob("*.md"))

    assert set(numbers.values()) == {1}
    assert sorted(numbers) == [f"{n + 1:04}" for n in range(len(numbers))]


@pytest.mark.parametrize(
    "path", sorted((DOCS / "adr").glob("*.md")), ids=lambda path: path.stem
)
def test_a_decision_is_one_page_of_three_parts(path):
    written = path.read_text()
    parts = re.findall(r"^## (.+)$", written, re.MULTILINE)

    assert written.startswith(f"# {int(path.name[:4])}. ")
    assert parts == ["Context", "Decision", "Consequences"]
    assert len(written.splitlines()) <= 60


MARKDOWN = sorted([*settings.BASE_DIR.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text())

    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_commands_and_files_that_are_named_are_there(path):
    written = path.read_text()
    commands = set(re.findall(r"bin/manage ([a-z_]+)", written))
    files = re.findall(r"`([\w/]+/\w+\.(?:py|css|md|sh))`", written)
    folders = (settings.BASE_DIR, settings.BASE_DIR / "intergroup", path.parent)

    assert commands - set(get_commands()) - {"help"} == set()
    assert [f for f in files if not any((top / f).exists() for top in folders)] == []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_a_document_says_donation_only_in_quotes(path):
    unquoted = re.sub("“[^”]*”|`[^`]*`", "", path.read_text())

    assert re.findall("donat", unquoted, re.IGNORECASE) == []
