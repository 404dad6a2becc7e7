"""No uploaded file is read beyond the size a volunteer's spreadsheet can have."""

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MAX_BYTES = 20 * 1024 * 1024


class SizeLimitHandler(FileUploadHandler):
    """Stop reading an upload once it passes ``MAX_BYTES`` in all."""

    chunk_size = 64 * 1024

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the making of the file to the handlers behind this one."""
