"""Long work goes on by itself: it outlives the page, the tab and the server’s worker.

``launch`` starts a command of ours, which calls ``alone``: the command returns at once,
and its child works in a session of its own.
"""

import os
import subprocess
import sys
from collections.abc import Callable

from django.conf import settings
from django.db import connections

START = 30  # seconds in which a process has to say that it began


def launch(command: str, *arguments: str) -> bool:
    """Start a command of ours; tell whether it began."""
    manage = str(settings.BASE_DIR / "manage.py")
    try:
        told = subprocess.run(  # noqa: S603 (our own command)
            (sys.executable, manage, command, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=START,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def alone(work: Callable[[], object]) -> None:
    """Leave ``work`` to a process of its own session, which nobody waits for."""
    connections.close_all()
    if os.fork():
        return
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        work()
    finally:  # there is nobody to tell; the page says that it stopped
        os._exit(0)
