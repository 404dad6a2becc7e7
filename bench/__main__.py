"""Run every measurement in a database of its own, and print each beside its floor."""

import os
import sys
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory(dir=os.environ.get("VAR_DIR")) as folder:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="intergroup.settings", DEBUG="on", VAR_DIR=folder
    )
    if "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"

    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False

    from bench import (
        big_packet,
        feeds,
        finder,
        imports,
        lists,
        others,
        packet,
        printing,
        report,
        statements,
    )
    from bench.timing import prepare_database

    usual = {
        "imports": imports.measure,
        "report": report.measure,
        "hledger": others.measure,
        "packet": packet.measure,
        "big-packet": big_packet.measure,
        "lists": lists.measure,
        "feeds": feeds.measure,
        "finder": finder.measure,
        "statements": statements.measure,
        "printing": printing.measure,
    }
    by_name_only = {  # minutes and gigabytes
        "report-million": report.measure_million,
        "hledger-million": others.measure_million,
    }
    measures = {**usual, **by_name_only}
    chosen = sys.argv[1:] or list(usual)
    missed = 0
    for name in chosen:
        prepare_database()
        for figure in measures[name]():
            print(figure)
            missed += not figure.is_met
    sys.exit(1 if missed else 0)
