"""What every template needs, also where there is no request: packet, card, PDF."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import get_language


def context(**values: object) -> dict[str, object]:
    """Return ``values`` with what ``settings.PAGE_CONTEXT`` adds to every page."""
    shared = import_string(settings.PAGE_CONTEXT)(None)
    return {"LANGUAGE_CODE": get_language() or "en", **shared, **values}
