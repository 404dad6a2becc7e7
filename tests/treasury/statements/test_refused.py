"""Files that are no statement, or mean harm, are refused with a sentence."""

import contextlib
import gzip
import io
import time
import zipfile

import pytest
from django.core.exceptions import ValidationError

from intergroup.kit.uploads import MAX_BYTES
from tests.treasury.statements.loading import read

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]><OFX><STMTRS>&lol2;</STMTRS></OFX>"""


def zipped(name="statement.csv"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "Date,Amount\n")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"  \n \n", "The file is empty."),
        (LAUGHS, "declares entities of its own"),
        (gzip.compress(b"Date,Amount", mtime=0), "packed"),
        (zipped(), "ZIP archive"),
        (zipped("[Content_Types].xml"), "not an XLSX file"),
        (b"%PDF-1.7 ...", "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0 JFIF", "picture"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"\n<HTML><HEAD><TITLE>Error</TITLE>", "web page"),
        (b'<?xml version="1.0"?><Document xmlns="camt.053"/>', "XML, but not OFX"),
        (b"!Type:Bank\nD01/02/2026\nT5.00\n^\n", "QIF"),
        (b":20:STARTUMS\n:25:1234/5678\n", "MT940"),
        (b"Date,Amount\n\x00\x01\x02", "letters of this file cannot be read"),
        (b"Date,Amount\n\x81\x8d\x8f,5.00\n", "letters of this file cannot be read"),
        (b"OFXHEADER:100\nDATA:OFXSGML\n", "no statement of a bank or a card"),
        (b"<OFX></OFX>", "no statement of a bank or a card"),
        (b"hello, world\n", "Set them by hand"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_is_no_statement_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read(data)


def test_a_file_of_a_hundred_megabytes_is_refused():
    with pytest.raises(ValidationError, match="The file is 100 MB") as refused:
        read(b"x" * (100 * 1024 * 1024))

    assert refused.value.code == "too_big"


def test_more_lines_than_a_statement_has_are_refused():
    line = b"<STMTTRN><DTPOSTED>20260107<TRNAMT>5</STMTTRN>"

    with pytest.raises(ValidationError, match="more than 50000 lines"):
        read(b"<OFX><STMTRS>" + line * 50_001)


@pytest.mark.parametrize(
    "piece",
    [
        b"<STMTTRN>",
        b"<A><B><C><D>",
        b"<",
        b"<a ",
        b"&amp;&",
        b"<![CDATA[",
        b"<NAME>" + b"x" * 100,
        b"</STMTRS><STMTRS>",
        b"<STATUS><SEVERITY>ERROR",
        b"<?xml <!-- ",
        b" \n",
    ],
)
def test_five_hostile_megabytes_take_seconds(piece):
    data = b"<OFX><STMTRS>" + piece * (5_000_000 // len(piece))
    began = time.process_time()

    with contextlib.suppress(ValidationError):
        read(data)

    assert time.process_time() - began < 10


@pytest.mark.parametrize("piece", [b",", b'"', b"01/02/2026,A,1.00\n", b"-,;.\n"])
def test_five_hostile_megabytes_of_cells_take_seconds(piece):
    data = b"Date,Description,Amount\n" + piece * (5_000_000 // len(piece))
    began = time.process_time()

    with contextlib.suppress(ValidationError):
        read(data)

    assert time.process_time() - began < 15


def test_a_file_just_within_the_limit_is_looked_at():
    with pytest.raises(ValidationError) as refused:
        read(b"x" * MAX_BYTES)

    assert refused.value.code != "too_big"
