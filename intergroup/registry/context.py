"""What every page of this installation knows: the body itself."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from intergroup.kit import public_menu
from intergroup.registry.models import Body, Directory


def body(request: HttpRequest | None) -> dict[str, object]:
    """Return the body: the request’s own, or read once a template names it.

    So is how its directory is published, and what upper floors have in the public menu,
    which every public page asks about.
    """
    at_hand = getattr(request, "service_body", None)
    return {
        "body": at_hand or SimpleLazyObject(Body.objects.current),
        "directory": SimpleLazyObject(Directory.objects.current),
        "public_menu": SimpleLazyObject(public_menu.shown),
    }
