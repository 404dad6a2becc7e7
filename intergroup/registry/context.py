"""What every page of this installation knows: the body itself."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from intergroup.registry.models import Body


def body(request: HttpRequest | None) -> dict[str, object]:
    """Return the body, read from the database only when a template names it."""
    return {"body": SimpleLazyObject(Body.objects.current)}
