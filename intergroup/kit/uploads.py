"""No uploaded file is read beyond the size a volunteer's spreadsheet can have."""

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MAX_BYTES = 20 * 1024 * 1024


def is_cut(request: HttpRequest) -> bool:
    """Tell whether an upload was too large to be read whole."""
    len(request.POST)  # it is read when it is asked for, and not before
    return getattr(request, "is_upload_cut", False)


class SizeLimitHandler(FileUploadHandler):
    """Stop reading an upload once it passes ``MAX_BYTES`` in all.

    The request says so then (``is_cut``): what came after the file is not there.
    """

    chunk_size = 64 * 1024

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            if self.request:
                self.request.is_upload_cut = True
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the making of the file to the handlers behind this one."""
