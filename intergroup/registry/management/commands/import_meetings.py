"""Read a list of meetings into the register."""

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit.imports import ImportCommand, Outcome
from intergroup.registry.feeds.loading import load_meetings
from intergroup.registry.models import User


class Command(ImportCommand):
    """import_meetings FILE: Meeting Guide JSON, or TSML’s CSV or XLSX."""

    help = "Read a list of meetings into the register: Meeting Guide JSON or TSML CSV."
    thing = "meetings"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--group-by-name",
            action="store_true",
            help="make one group of the meetings that share a name and have no group",
        )
        parser.add_argument("--by", metavar="EMAIL", help="who imports it")

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        today = timezone.localdate()
        by = _user(options.pop("by"))
        return load_meetings(data, name=name, today=today, by=by, **options)


def _user(email: str | None) -> User | None:
    if not email:
        return None
    try:
        return User.objects.get_by_natural_key(email)
    except User.DoesNotExist as error:
        message = _("Nobody signs in as %s.") % email
        raise ValidationError(message, code="unknown_user") from error
