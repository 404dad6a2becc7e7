"""What a form says when a rule is broken further down: the sentence, at its box."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def show_rule(
    form: BaseForm, error: ValidationError, boxes: Mapping[str, str] | None = None
) -> None:
    """Put the sentence of a broken rule at its box, or on top of the form.

    ``boxes`` names the box of a field that is called otherwise in the form. A box that
    is blamed already keeps the sentence it has.
    """
    for field, sentences in getattr(error, "error_dict", {None: error}).items():
        box = (boxes or {}).get(field, field)
        if box not in form.errors:
            form.add_error(box if box in form.fields else None, sentences)
