"""Importing and exporting in the office, with a preview; and from the command line."""

from io import StringIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from intergroup.registry.models import Person
from service.models import Committee, Position, Term
from tests.factories import PersonFactory, PositionFactory

TERMS = "Position,Person,Began on\nChair,Pat D.,2026-01-01\n"
POSITIONS = "Position,Committee\nEvents chair,Events\n"


def address(model, page):
    return reverse(f"admin:service_{model}_{page}")


def text(response):
    return " ".join(response.content.decode().split())


def show(client, model, data, **asked):
    """Upload a file and return the preview."""
    file = SimpleUploadedFile("some.csv", data.encode(), "text/csv")
    form = {"import_file": file, "format": "0", "resource": "", **asked}
    return client.post(address(model, "import"), form)


def confirm(client, model, preview):
    """Press the button under a preview."""
    form = preview.context["confirm_form"]
    data = {name: form.initial.get(name, "") for name in form.fields}
    return client.post(address(model, "process_import"), data, follow=True)


@pytest.fixture
def chair(db):
    return PositionFactory(name="Chair")


def test_a_file_of_terms_is_shown_first_and_written_when_confirmed(as_sam, sam, chair):
    PersonFactory()

    preview = show(as_sam, "term", TERMS)
    before = Term.objects.exists()
    done = confirm(as_sam, "term", preview)

    assert "Nothing has been written yet." in text(preview)
    assert "<td>Pat D.</td>" in text(preview)
    assert before is False
    assert "Imported: 1 new, 0 changed, 0 unchanged." in text(done)
    assert Term.objects.get().recorded_by == sam


def test_what_was_asked_is_remembered_under_the_preview(as_sam, chair):
    preview = show(as_sam, "term", TERMS, create_people="on")
    confirm(as_sam, "term", preview)

    assert "New person: Pat D." in text(preview)
    assert Term.objects.get().person == Person.objects.get(first_name="Pat")


def test_committees_are_made_when_ticked(as_sam):
    refused = show(as_sam, "position", POSITIONS)
    asked = show(as_sam, "position", POSITIONS, create_committees="on")
    confirm(as_sam, "position", asked)

    assert "there is no committee called “Events”" in text(refused)
    assert Position.objects.get().committee == Committee.objects.get()


def test_what_was_not_ticked_is_not_made_when_confirmed(as_sam, chair):
    PersonFactory()
    preview = show(as_sam, "term", TERMS)
    Person.objects.filter(first_name="Pat").delete()

    done = confirm(as_sam, "term", preview)

    assert "Nothing was written" in text(done)
    assert not Term.objects.exists()


def kept(preview):
    """What is kept of a file until it is confirmed."""
    name = preview.context["form"].cleaned_data["import_file"].tmp_storage_name
    return cache.get(f"django-import-export-{name}")


def test_a_refused_file_is_told_row_by_row_and_not_kept(as_sam, chair):
    PersonFactory()
    good = show(as_sam, "term", TERMS)

    refused = show(as_sam, "term", TERMS.replace("Pat D.", "Pat Doe"))

    assert "A surname is not kept." in text(refused)
    assert "Doe" not in text(refused)
    assert kept(good) == TERMS.encode()
    assert kept(refused) is None


def test_markup_in_a_file_is_text_in_the_preview(as_sam):
    preview = text(show(as_sam, "position", "Position\n<script>alert(1)</script>\n"))

    assert "<script>alert" not in preview
    assert "&lt;script&gt;alert(1)" in preview


def test_the_form_says_what_a_file_may_be(as_sam):
    terms = text(as_sam.get(address("term", "import")))
    meetings = text(as_sam.get(reverse("admin:registry_meeting_import")))

    assert "CSV or XLSX</div>" in terms
    assert "CSV or XLSX, or a meeting list in JSON</div>" in meetings


def test_one_who_may_not_add_people_is_not_asked(client, cal, chair):
    client.force_login(cal)

    page = text(client.get(address("term", "import")))
    preview = show(client, "term", TERMS, create_people="on")

    assert "Make people who are not here" not in page
    assert "nobody here is called “Pat D.”" in text(preview)


def test_those_who_only_read_import_nothing(as_tess, chair):
    for model in ("position", "term"):
        assert as_tess.get(address(model, "import")).status_code == 403
        assert show(as_tess, model, TERMS).status_code == 403


def test_those_who_only_read_may_take_the_lists_out(as_tess, chair):
    file = as_tess.post(address("position", "export"), {"format": "0"})

    assert file.content.decode().startswith("Position,Committee,Order,")


def test_the_list_leads_to_the_import(as_sam, chair):
    page = text(as_sam.get(address("position", "changelist")))

    assert address("position", "import") in page


def run(command, *arguments):
    out, err = StringIO(), StringIO()
    call_command(command, *arguments, stdout=out, stderr=err, skip_checks=True)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    """A function that writes a file and returns where it is."""

    def write(data):
        path = tmp_path / "some.csv"
        path.write_text(data)
        return path

    return write


def test_command_imports_positions(db, file):
    told = run("import_positions", file(POSITIONS), "--create-committees")

    assert told == (
        "New committee: Events.\n"
        "Positions: 1 created, 0 changed, 0 unchanged, 0 refused.\n"
    )


def test_command_imports_terms_and_says_who_did(db, file, chair, sam):
    told = run("import_terms", file(TERMS), "--create-people", "--by", sam.email)

    assert told == (
        "New person: Pat D.\nTerms: 1 created, 0 changed, 0 unchanged, 0 refused.\n"
    )
    assert Term.objects.get().recorded_by == sam


def test_command_ends_with_an_error_where_a_row_is_refused(db, file, chair):
    with pytest.raises(CommandError, match="Nothing was written"):
        run("import_terms", file(TERMS))


def test_command_that_only_tells_writes_nothing(db, file):
    told = run("import_positions", file("Position\nChair\n"), "--dry-run")

    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert not Position.objects.exists()
