"""Starting the process that makes the statements of a batch, apart from the page."""

import subprocess
import sys

from django.conf import settings

SECONDS = 30  # it says within one or two whether it can begin


def launch(batch_pk: int) -> bool:
    """Start the work, which outlives the page and the server; tell whether it began.

    The command looks whether it can begin, goes on in a process of its own, and ends.
    """
    command = (sys.executable, str(settings.BASE_DIR / "manage.py"), *words(batch_pk))
    try:
        told = subprocess.run(  # noqa: S603 (our own command, and a number)
            [*command, "--detach"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def words(batch_pk: int) -> tuple[str, str]:
    """Return the command and its argument, as somebody could type them too."""
    return "make_statements", str(batch_pk)
