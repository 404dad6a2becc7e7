"""No upload is read beyond its limit."""

import pytest
from django.core.files.uploadhandler import StopUpload

from intergroup.kit.uploads import MAX_BYTES, SizeLimitHandler


def test_an_upload_up_to_the_limit_passes():
    handler = SizeLimitHandler()

    assert handler.receive_data_chunk(b"x" * 10, 0) == b"x" * 10
    handler.received = MAX_BYTES - 1
    assert handler.receive_data_chunk(b"x", 0) == b"x"


def test_one_byte_more_stops_it():
    handler = SizeLimitHandler()
    handler.received = MAX_BYTES

    with pytest.raises(StopUpload):
        handler.receive_data_chunk(b"x", 0)


def test_the_file_itself_is_made_by_the_next_handler():
    assert SizeLimitHandler().file_complete(10) is None
