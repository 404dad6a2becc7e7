"""What happened has happened: no day that has not come yet."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def refuse_future(happened: Model, field: str) -> None:
    """Raise ValidationError beside ``field`` for a day after today."""
    day = getattr(happened, field)
    if day > timezone.localdate():
        message = _("%s has not come yet.") % date_format(day, "DATE_FORMAT")
        raise ValidationError({field: ValidationError(message, code="future")})
