"""The program on a server whose day can be moved: for a year that is played at once.

The file CLOCK holds the moment (ISO 8601, with its zone) that it is now. Nothing of the
program is replaced but Django’s own answer to what time it is.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from django.utils import timezone

MOMENT = Path(os.environ["CLOCK"])


def now():
    """Return the moment in the file, in UTC as Django’s own answer is."""
    return datetime.fromisoformat(MOMENT.read_text().strip()).astimezone(UTC)


timezone.now = now

from intergroup.wsgi import application  # noqa: E402

__all__ = ["application"]
