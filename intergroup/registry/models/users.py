"""Who signs in: an e-mail address, linked to a person, and no name of its own."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.people import Person

Told = Mapping[int, list[str]]  # by the id of a user: the names of roles
_by_service: list[Callable[[Iterable["User"], date], Told]] = []


def tell_roles_by_service(tell: Callable[[Iterable["User"], date], Told]) -> None:
    """Pin how an upper floor tells which roles users hold through service."""
    _by_service.append(tell)


def roles_by_service(users: Iterable["User"], day: date) -> Told:
    """Return the roles that users hold on ``day`` through service, and not by hand."""
    return {pk: names for tell in _by_service for pk, names in tell(users, day).items()}


class UserQuerySet(models.QuerySet["User"]):
    """Named readings of who signs in."""

    def with_rights_by_hand(self) -> Self:
        """Those with a role, the office or everything by a tick, which no day ends."""
        ticked = Role.objects.filter(user=models.OuterRef("pk"))
        return self.filter(
            Q(models.Exists(ticked)) | Q(is_staff=True) | Q(is_superuser=True)
        )


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Making users; an e-mail address is one, however it is spelled."""

    def get_queryset(self) -> models.QuerySet["User"]:
        """Read the person along: every page shows who has signed in."""
        return super().get_queryset().select_related("person")

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_user(
        self, email: str, password: str | None = None, **fields: object
    ) -> "User":
        """Save a new user; without a password they sign in by an e-mailed code."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: object
    ) -> "User":
        """Save a user who may do everything."""
        rights = {"is_staff": True, "is_superuser": True}
        return self.create_user(email, password, **rights, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in. Their rights come from what they serve in today.

    ``groups`` are the roles given by hand, which no term ends.
    """

    email = models.EmailField(
        _("e-mail"),
        unique=True,
        error_messages={"unique": _("Somebody signs in with this address already.")},
    )
    person = models.OneToOneField(
        Person,
        models.PROTECT,
        related_name="user",
        null=True,
        blank=True,
        verbose_name=_("person"),
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("may use the office pages"), default=False)
    joined_at = models.DateTimeField(_("joined at"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="registry_user_email_once",
                violation_error_message=_(
                    "Somebody signs in with this address already."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.email

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Return the address in lower case, as signing in looks for it."""
        return super().normalize_username(username).lower()

    @property
    def shown_name(self) -> str:
        """The person’s first name and initial, or the address where there is none."""
        return str(self.person) if self.person_id else self.email

    def get_short_name(self) -> str:
        """Return what the head of the page calls them."""
        return self.shown_name
