"""Files are written whole or not at all."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.kit.files import write_whole


def test_write_whole_puts_the_file_in_place_of_the_old_one(tmp_path):
    path = tmp_path / "packet.pdf"
    path.write_bytes(b"old")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["packet.pdf"]


def test_write_whole_gives_the_rights_that_a_new_file_has(tmp_path):
    (tmp_path / "plain").touch()

    write_whole(tmp_path / "whole", b"")

    modes = {each.stat().st_mode for each in tmp_path.iterdir()}
    assert len(modes) == 1


def test_write_whole_leaves_the_old_file_if_it_is_stopped(tmp_path):
    path = tmp_path / "packet.pdf"
    path.write_bytes(b"old")

    with pytest.raises(TypeError):
        write_whole(path, "not bytes")

    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("place", ["", "no/such/folder.pdf"])
def test_write_whole_says_why_it_cannot(tmp_path, place):
    with pytest.raises(ValidationError, match="cannot be written") as refused:
        write_whole(tmp_path / place, b"")

    assert refused.value.code == "cannot_write"
