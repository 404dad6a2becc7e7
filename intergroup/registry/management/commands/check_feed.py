"""List what in a meeting feed breaks the contract with its readers."""

import json
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.translation import gettext as _

from intergroup.kit import site_address
from intergroup.registry.feeds.contract import breaches
from intergroup.registry.feeds.guide import rows
from intergroup.registry.feeds.profiles import GUIDE, PROFILES, Profile
from intergroup.registry.publishing import published

_NO_SITE = "https://example.org"


class Command(BaseCommand):
    """check_feed [FILE]: each breach by meeting and rule; status 1 if there is one."""

    help = "List what in our feed, or in a file, breaks the contract with its readers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=Path, help="a feed in JSON; without one, our own"
        )
        parser.add_argument(
            "--profile",
            choices=sorted(PROFILES),
            default=GUIDE.name,
            help="whose type codes: the Meeting Guide’s, or TSML’s of Heroin Anonymous",
        )

    def handle(self, *args: object, **options: object) -> None:
        profile = PROFILES[options["profile"]]
        file = options["file"]
        checked = _read(file) if file else _own(profile)
        found = breaches(checked, profile)
        for breach in found:
            self.stdout.write(str(breach))
        count = len(checked) if isinstance(checked, list) else 0
        told = _("Meetings: %(count)s. Breaches: %(breaches)s.")
        self.stderr.write(told % {"count": count, "breaches": len(found)})
        if found:
            sys.exit(1)


def _own(profile: Profile) -> object:
    path = reverse("registry:meeting", args=["SLUG"])
    try:
        page = site_address.absolute(path)
    except ValidationError:
        page = f"{_NO_SITE}{path}"
    return rows(published(), profile, meeting_page=page)


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        message = _("%(path)s cannot be read: %(why)s.")
        told = message % {"path": path, "why": error.strerror}
        raise CommandError(told) from error
    except ValueError as error:
        raise CommandError(_("%s is not JSON.") % path) from error
