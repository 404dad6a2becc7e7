"""A statement file into the books: each line once, and nobody’s name with it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from intergroup.registry.models import Body
from tests.factories import BodyFactory, GroupFactory, account
from tests.treasury.statements.loading import FILES
from treasury.models import Account, ColumnMapping, Statement, StatementLine
from treasury.resources.statements import Layout, table_rows
from treasury.resources.statements.importing import load_statement, prepare
from treasury.resources.statements.mappings import mapping_for, unsaved_mapping

pytestmark = pytest.mark.django_db
UNKNOWN = b"When,What,How much\n01/15/2026,Deposit,250.00\n"
BY_HAND = Layout(dated="When", amount="How much", description=("What",))


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def load(file, *, dry_run=False, **options):
    """Import a file of this folder into the bank account."""
    data = (FILES / file).read_bytes() if isinstance(file, str) else file
    name = file if isinstance(file, str) else "statement.csv"
    into = options.pop("account", None) or account("1000")
    return load_statement(
        data, name=name, account=into, by=None, dry_run=dry_run, **options
    )


def told(outcome):
    return outcome.created, outcome.unchanged, outcome.written


def test_a_file_is_kept_with_its_balances_and_its_lines():
    outcome = load("bank_of_america.csv")

    kept = Statement.objects.get()
    assert told(outcome) == (2, 0, True)
    assert (str(kept.opening), str(kept.closing)) == ("1240.50", "1465.16")
    assert (kept.ends_on.isoformat(), kept.lines.count()) == ("2026-01-31", 2)


def test_nobodys_name_is_kept():
    GroupFactory(name="Tuesday Grp")
    for file in ("chase_checking.csv", "paypal.csv", "venmo.csv", "wells_fargo.csv"):
        load(file)

    told = " ".join(
        f"{line.description} {line.reference} {line.kind}"
        for line in StatementLine.objects.all()
    ).casefold()

    assert "zelle payment from …" in told
    assert not any(name in told for name in ("rowan", "pikewell", "quill", "marsh"))
    assert "@" not in told


def test_the_same_file_again_changes_nothing():
    load("bank_of_america.csv")

    outcome = load("bank_of_america.csv")

    assert told(outcome) == (0, 2, True)
    assert "imported before" in outcome.notes[0]
    assert Statement.objects.count() == 1


def test_a_file_that_overlaps_adds_what_is_new():
    whole = (FILES / "bank_of_america.csv").read_bytes()
    load("bank_of_america.csv")

    outcome = load(whole + b'02/03/2026,"CHECK 1043","-5.00","1,460.16"\n')

    assert told(outcome) == (1, 2, True)
    assert StatementLine.objects.count() == 3


def test_a_dry_run_tells_and_writes_nothing():
    assert told(load("bank_of_america.csv", dry_run=True)) == (2, 0, False)

    assert not Statement.objects.exists()


def test_a_statement_in_another_currency_is_refused():
    with pytest.raises(ValidationError, match="in EUR, and the books are in USD"):
        load("commas.ofx")


def test_a_file_with_anything_wrong_is_refused_whole():
    with pytest.raises(ValidationError, match="Transaction 1"):
        load("wrong_cells.ofx")

    assert not Statement.objects.exists()


def test_of_several_accounts_one_is_meant():
    Body.objects.update(currency="EUR")
    with pytest.raises(ValidationError, match="checking …4411, savings …8822"):
        load("two_accounts.ofx")

    load("two_accounts.ofx", part="savings …8822")

    assert str(Statement.objects.get().closing) == "5123.00"


def test_a_mapping_knows_the_file_again():
    with pytest.raises(ValidationError, match="Set them by hand"):
        load(UNKNOWN)
    mapping = unsaved_mapping("Our bank", BY_HAND, table_rows(UNKNOWN), bank())
    mapping.full_clean()
    mapping.save()

    load(UNKNOWN)

    assert mapping_for(table_rows(UNKNOWN), bank()) == mapping
    assert StatementLine.objects.get().description == "Deposit"


def test_a_mapping_without_headings_belongs_to_its_account():
    rows = table_rows(UNKNOWN.split(b"\n", 1)[1])
    bare = Layout(dated="1", amount="3", has_header=False)
    unsaved_mapping("Bare", bare, rows, bank()).save()

    assert mapping_for(rows, bank()).name == "Bare"
    assert mapping_for(rows, account("1010")) is None


def bank():
    return Account.objects.get(code="1000")


def test_the_lines_of_an_empty_month_are_none_and_its_balance_is_kept():
    (part,) = prepare(
        (FILES / "no_lines.ofx").read_bytes(), name="no_lines.ofx", account=bank()
    )

    assert (part.new, part.problems) == ((), ())
    assert str(part.statement.closing) == "0.00"


def test_the_command_imports_and_says_what_it_did(capsys):
    call_command(
        "import_statement", FILES / "bank_of_america.csv", account="1000", verbosity=0
    )

    assert capsys.readouterr().out == (
        "Lines: 2 created, 0 changed, 0 unchanged, 0 refused.\n"
    )


def test_the_command_reads_with_a_saved_mapping(tmp_path):
    file = tmp_path / "bank.csv"
    file.write_bytes(UNKNOWN)
    unsaved_mapping("Our bank", BY_HAND, table_rows(UNKNOWN), bank()).save()

    call_command("import_statement", file, account="1000", mapping="Our bank")

    assert str(StatementLine.objects.get().amount) == "250.00"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"account": "9999"}, "There is no account “9999” that holds money"),
        ({"account": "4000"}, "There is no account “4000” that holds money"),
        ({"account": "1000", "mapping": "None"}, "no column mapping called “None”"),
    ],
)
def test_the_command_says_what_is_not_there(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("import_statement", FILES / "citi.csv", **options)

    assert not ColumnMapping.objects.exists()
