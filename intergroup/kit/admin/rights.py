"""Who may do what on a page: what happened is read, what is closed is kept."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest


class AddOnlyMixin:
    """What happened is written once: it is added and read, never changed or deleted."""

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


class ReadOnlyMixin(AddOnlyMixin):
    """What is made by actions only: it can be read."""

    def has_add_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


class KeptMixin:
    """What is closed with a date and never deleted."""

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False


def require(request: HttpRequest, permission: str) -> None:
    """Raise PermissionDenied for one who may not."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
