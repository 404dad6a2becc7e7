#!/usr/bin/env python3
"""Run one management command; a wrong setting or database is told in a sentence."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db.utils import OperationalError, ProgrammingError


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intergroup.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Intergroup cannot start: {error}")
    except (OperationalError, ProgrammingError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(
            f"The database did not answer as it should: {str(error).strip()}. "
            "If it is new, run “bin/manage migrate” first."
        )


if __name__ == "__main__":
    main()
