"""Reports to a meeting: asked for, written, sent, entered for others, accepted."""

from intergroup.business.actions.reporting.asking import (
    Asking,
    ask_for_reports,
    asking_of,
    begin_list,
    check_open,
    is_reminder,
    note_asked,
    token_of,
)
from intergroup.business.actions.reporting.entering import (
    accept_reports,
    enter_report,
)
from intergroup.business.actions.reporting.looking import personal_words
from intergroup.business.actions.reporting.whose import (
    Reporter,
    find_report,
    report_of,
    reporters_on,
)
from intergroup.business.actions.reporting.writing import (
    boxes_of,
    save_draft,
    send_report,
    stamp_of,
)

__all__ = [
    "Asking",
    "Reporter",
    "accept_reports",
    "ask_for_reports",
    "asking_of",
    "begin_list",
    "boxes_of",
    "check_open",
    "enter_report",
    "find_report",
    "is_reminder",
    "note_asked",
    "personal_words",
    "report_of",
    "reporters_on",
    "save_draft",
    "send_report",
    "stamp_of",
    "token_of",
]
