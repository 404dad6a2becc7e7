"""The house rules that a machine can check; the reasons are in CONTRIBUTING.md."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from importlinter.cli import lint_imports

from intergroup.kit import admin

ROOT: Path = settings.BASE_DIR
OURS = ("registry", "business", "service", "treasury", "demo")
FORBIDDEN_NAMES = {"utils", "helpers", "services", "common", "misc", "base"}
MOST_LINES, MOST_IN_A_FUNCTION = 300, 25
LEDGER_DOOR = "treasury/actions/posting.py"
IN_A_TEMPLATE = {
    "a filter that trusts text": re.compile(r"\|\s*safe\b|\{%\s*autoescape off"),
    "a sum": re.compile(r"\|\s*add:"),
    "an inline style": re.compile(r"\sstyle\s*=|<style\b"),
    "an inline handler": re.compile(r"<[^>]+\son[a-z]+\s*=", re.IGNORECASE),
    "a script with a body": re.compile(r"<script\b[^>]*>(?!\s*</script>)"),
}
OWNED = {  # shown and written inside what owns them, so without a screen of their own
    "registry.ExternalNumber",
    "registry.MeetingTypeName",
    "registry.RegistrationMessage",
    "registry.Revision",
    "business.AgendaItem",
    "business.AgendaTemplateItem",
    "business.Attendance",
    "business.Attendee",
    "business.GroupBallot",
    "business.MinutesAmendment",
    "business.MinutesCorrection",
    "business.MinutesPart",
    "business.MotionAttachment",
    "business.MotionStep",
    "business.MotionSubmission",
    "business.PacketMaking",
    "business.QuorumCount",
    "business.SendingLine",
    "service.Ballot",
    "service.BallotCount",
    "service.BallotMotion",
    "service.Draw",
    "service.HandoverItem",
    "service.HandoverPoint",
    "service.Nomination",
    "treasury.Approval",
    "treasury.BudgetAmendment",
    "treasury.BudgetLine",
    "treasury.Clearing",
    "treasury.ClosingBalance",
    "treasury.DepositItem",
    "treasury.DistributionShare",
    "treasury.GroupStatement",
    "treasury.MonthContribution",
    "treasury.Posting",
    "treasury.ReservePart",
    "treasury.SplitShare",
    "treasury.StatementLine",
}
READ_IN_OTHER_PEOPLES_FILES = {"treasury/resources/columns.py"}
TEXT = (models.CharField, models.TextField)


def files(top, pattern):
    """Files under one of our own folders, in order."""
    return sorted(path for path in (ROOT / top).rglob(pattern) if path.is_file())


def short(path):
    """The path as a reader of the repository knows it."""
    return path.relative_to(ROOT).as_posix()


CODE = [
    path
    for top in ("intergroup", "service", "treasury")
    for path in files(top, "*.py")
    if path.parent.name != "migrations"
]
PYTHON = [*CODE, *files("tests", "*.py"), *files("bench", "*.py")]
TEMPLATES = files("templates", "*")
MODELS = [model for label in OURS for model in apps.get_app_config(label).get_models()]
FIELDS = [field for model in MODELS for field in model._meta.local_fields]
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda each: each._meta.label)


def test_no_file_is_long():
    lengths = {short(path): len(path.read_text().splitlines()) for path in PYTHON}

    assert {name for name, lines in lengths.items() if lines > MOST_LINES} == set()


def lines_of_code(function):
    """Lines from the first statement on: neither the signature nor the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_no_function_is_long():
    found = {
        f"{short(path)}: {node.name}, {lines_of_code(node)} lines"
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
        if lines_of_code(node) > MOST_IN_A_FUNCTION
    }

    assert found == set()


def test_no_file_has_a_name_that_says_nothing():
    named = {path for path in PYTHON if {path.stem, path.parent.name} & FORBIDDEN_NAMES}

    assert {short(path) for path in named} == set()


def test_every_file_says_what_it_is_for():
    written = [path for path in CODE if path.read_text().strip()]

    silent = [p for p in written if not ast.get_docstring(ast.parse(p.read_text()))]

    assert [short(path) for path in silent] == []


def test_imports_go_down(capsys):
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_say_what_they_do():
    ours = [name for app, name in MigrationLoader(None).disk_migrations if app in OURS]

    assert [name for name in ours if "auto" in name or "_alter_" in name] == []


@each_model
def test_a_model_has_a_sentence_of_its_own(model):
    generated = f"{model.__name__}("

    assert model.__doc__
    assert not model.__doc__.startswith(generated)


@each_model
def test_constraints_are_named_after_the_app_and_speak(model):
    for constraint in model._meta.constraints:
        default = constraint.default_violation_error_message
        assert constraint.name.startswith(f"{model._meta.app_label}_")
        assert constraint.violation_error_message != default, constraint.name


@each_model
def test_a_model_is_in_the_admin_or_inside_its_owner(model):
    assert admin.site.is_registered(model) is not (model._meta.label in OWNED)


def test_text_is_never_null():
    null = {str(f) for f in FIELDS if f.null and isinstance(f, TEXT)}

    assert null == set()


def test_nobody_has_a_surname():
    surnames = {"surname", "last_name", "family_name", "full_name"}

    assert {
        str(f) for f in FIELDS if f.name in surnames or f.column in surnames
    } == set()


def test_no_person_stands_beside_money():
    person = apps.get_model("registry.Person")
    beside = {str(f) for f in FIELDS if f.remote_field and f.related_model is person}

    assert {name for name in beside if name.startswith("treasury.")} == set()


def test_the_way_back_always_has_a_name():
    related = [f for f in FIELDS if f.remote_field and not f.remote_field.parent_link]

    assert {str(f) for f in related if not f.remote_field.related_name} == set()


def test_a_boolean_is_a_question():
    booleans = {f for f in FIELDS if isinstance(f, models.BooleanField)}

    assert {str(f) for f in booleans if not f.name.startswith(("is_", "has_"))} == set()


def writes_the_ledger(node):
    """Tell whether a call makes entries or postings, one or many."""
    if not isinstance(node, ast.Call):
        return False
    called, first = ast.unparse(node.func), ast.unparse((node.args or [node.func])[0])
    if called in {"bulk.insert", "bulk.update"}:
        return first in {"Entry", "Posting"}
    made = r"(\w+\.)*(Entry|Posting)(\.objects\b.*\.(\w*create|update|delete))?"
    return re.fullmatch(made, called) is not None


def test_the_ledger_has_one_door():
    outside = {
        short(path)
        for path in CODE
        if any(map(writes_the_ledger, ast.walk(ast.parse(path.read_text()))))
    }

    assert outside == {LEDGER_DOOR}


@pytest.mark.parametrize("what", IN_A_TEMPLATE)
def test_no_template_holds(what):
    pages = [path for path in TEMPLATES if path.suffix in {".html", ".svg"}]
    found = {
        short(path) for path in pages if IN_A_TEMPLATE[what].search(path.read_text())
    }

    assert found == set()


def test_nobody_says_donation():
    said = {
        short(path)
        for path in [*CODE, *TEMPLATES, *files("static", "*.js")]
        if re.search("donat", path.read_text(), re.IGNORECASE)
    }

    assert said - READ_IN_OTHER_PEOPLES_FILES == set()


SCREENS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_every_list_of_the_admin_opens(as_ada, model):
    info = (model._meta.app_label, model._meta.model_name)

    page = as_ada.get(reverse("admin:{}_{}_changelist".format(*info)))

    assert page.status_code == 200


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_every_add_page_of_the_admin_opens_or_is_closed(as_ada, rf, ada, model):
    info = (model._meta.app_label, model._meta.model_name)
    request = rf.get("/")
    request.user = ada
    may_add = admin.site.get_model_admin(model).has_add_permission(request)

    page = as_ada.get(reverse("admin:{}_{}_add".format(*info)))

    assert page.status_code == (200 if may_add else 403)
