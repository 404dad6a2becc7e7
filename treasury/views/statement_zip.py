"""All statements of a batch as one ZIP, sent while it is written."""

import zipfile
from collections.abc import Iterator

from django.utils.text import slugify

from treasury.models import GroupStatement, StatementBatch


def file_name(statement: GroupStatement) -> str:
    """Return ``012-friday-hope-2026.pdf``; the year as the batch has it."""
    group, batch = statement.group, statement.batch
    name = slugify(group.name, allow_unicode=True)[:60]
    parts = (f"{group.number:03}", name, years(batch))
    return "-".join(filter(None, parts)) + ".pdf"


def years(batch: StatementBatch) -> str:
    """Return ``2026``, or ``2026-2027`` for a year that begins in summer."""
    first, last = batch.first_on.year, batch.last_on.year
    return str(first) if first == last else f"{first}-{last}"


def zipped(batch: StatementBatch) -> Iterator[bytes]:
    """Yield the archive piece by piece; one statement at a time is in memory."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for pk in batch.statements.order_by("group__number").values_list("pk"):
            made = GroupStatement.objects.select_related("batch", "group").get(pk=pk[0])
            when = made.made_at.timetuple()[:6]
            info = zipfile.ZipInfo(file_name(made), date_time=when)
            info.external_attr = 0o644 << 16
            archive.writestr(info, bytes(made.pdf))
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file that can only be written; what was written can be taken out."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: there is nothing behind it."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
