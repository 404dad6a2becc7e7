"""Minutes to read: everything on record, part by part; on paper; and the archive."""

from intergroup.business.reports.minutes.archive import archive
from intergroup.business.reports.minutes.last import last_minutes
from intergroup.business.reports.minutes.paper import as_text, minutes_pdf
from intergroup.business.reports.minutes.record import MinutesRecord, minutes_record

__all__ = [
    "MinutesRecord",
    "archive",
    "as_text",
    "last_minutes",
    "minutes_pdf",
    "minutes_record",
]
