"""Give each role exactly the rights of ``settings.ROLES``, after every migrate."""

from django.conf import settings
from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import Permission
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils.module_loading import import_string


@transaction.atomic
def sync_roles(**_: object) -> None:
    """Make every role, with no more and no fewer rights than the list gives it.

    Raises ImproperlyConfigured for a right that no model has.
    """
    permissions = {
        f"{each.content_type.app_label}.{each.codename}": each
        for each in Permission.objects.select_related("content_type")
    }
    for name, rights in import_string(settings.ROLES).items():
        if unknown := set(rights) - set(permissions):
            raise ImproperlyConfigured(
                f"The role {name!r} has unknown rights: {', '.join(sorted(unknown))}."
            )
        role, _made = Role.objects.get_or_create(name=name)
        role.permissions.set(permissions[right] for right in rights)
