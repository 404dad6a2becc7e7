"""The directory as it is printed, as data, and what has changed since a print."""

from intergroup.registry.reports.printed.changes import Changes, what_changed
from intergroup.registry.reports.printed.directory import (
    PrintedDirectory,
    printed_directory,
)
from intergroup.registry.reports.printed.meetings import PrintedMeeting
from intergroup.registry.reports.printed.sections import Section
from intergroup.registry.reports.printed.wishes import Wishes

__all__ = [
    "Changes",
    "PrintedDirectory",
    "PrintedMeeting",
    "Section",
    "Wishes",
    "printed_directory",
    "what_changed",
]
