"""From the texts of a proposal to what a field holds."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Model


def set_values(row: Model, said: Mapping[str, object], names: Iterable[str]) -> set:
    """Set the fields that the words change; return the names of those.

    Raises ValidationError, keyed by the field, for words that it cannot hold.
    """
    changed = set()
    for name in [each for each in names if each in said]:
        value = _read(row, name, said[name])
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed.add(name)
    return changed


def check(row: Model, changed: set[str]) -> None:
    """Check the fields that changed, and the rules of the whole row.

    What was wrong before is nobody’s fault today.
    """
    others = {each.name for each in row._meta.fields if each.name not in changed}
    row.clean_fields(exclude=others)
    row.clean()
    row.validate_constraints(exclude=others)


def _read(row: Model, name: str, text: object) -> object:
    field = row._meta.get_field(name)
    if isinstance(field, BooleanField):
        return text == "yes"
    if text == "" and field.null:
        return None
    try:
        return field.to_python(text)
    except ValidationError as error:
        raise ValidationError({name: error}) from error
