#!/usr/bin/env python3
"""Run one management command; a wrong setting is told in a sentence."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intergroup.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Intergroup cannot start: {error}")


if __name__ == "__main__":
    main()
