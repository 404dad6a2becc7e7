"""``manage.py print_directory``."""

import pytest
from django.core.management import CommandError, call_command

from tests.registry.printing.listing import held, small_directory

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db


def test_the_command_writes_the_pdf(tmp_path, capsys):
    small_directory()
    file = tmp_path / "meetings.pdf"

    call_command("print_directory", layout="town", form="booklet", output=file)

    assert file.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == "Meetings: 3. Pages: 4.\n"


def test_the_command_says_what_does_not_fit(tmp_path):
    for number in range(300):
        held(f"A meeting with a rather long name of its own {number}")

    with pytest.raises(CommandError, match="A card has 4 panels"):
        call_command("print_directory", form="card", output=tmp_path / "card.pdf")

    assert not (tmp_path / "card.pdf").exists()


def test_the_command_asks_where_to_write():
    with pytest.raises(CommandError, match="--output FILE"):
        call_command("print_directory")
