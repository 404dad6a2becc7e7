"""Rights follow service: whoever holds a position today has its role today.

It is neither a table nor a screen: Django finds it by
``settings.AUTHENTICATION_BACKENDS``.
"""

from collections.abc import Iterable
from datetime import date

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import Permission
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from intergroup.registry.models import Body, Person, Representative, User
from service.actions.rotating import book_of_service
from service.models import Position, Term
from service.rotation import step_ups

SOMEBODY = OuterRef(OuterRef("person"))  # of each user that is asked about
IS_REMEMBERED = Q(person__forgotten_on__isnull=True)


def roles_held(person: Person, day: date) -> QuerySet[Role]:
    """Return the roles that ``person`` holds on ``day`` through what they serve in."""
    if person.forgotten_on:
        return Role.objects.none()
    held = _is_held(person.pk, day) | Q(pk__in=_roles_stepped_into(person.pk, day))
    return Role.objects.filter(held)


def _roles_stepped_into(person: int, day: date) -> set[int]:
    """Return the roles of positions that somebody has stepped up into by themselves.

    Only an alternate can, and only before the night has written it down.
    """
    if not _alternates(person, day).exists():
        return set()
    turns = (each.turn for each in step_ups(book_of_service(day), day))
    posts = {turn.post for turn in turns if turn.person == person}
    held = Position.objects.filter(pk__in=posts, role__isnull=False)
    return set(held.values_list("role", flat=True))


def _is_held(person: int | OuterRef, day: date, *, way: str = "") -> Q:
    """Return what is true of the roles that somebody holds on ``day``.

    The one place that knows: the role of a position they serve in, while the body has
    it, and ``settings.REPRESENTATIVE_ROLE`` while they speak for a group, first or
    alternate. ``way`` leads from what is filtered to the role.
    """
    is_there = Q(position__closed_on__isnull=True) | Q(position__closed_on__gt=day)
    terms = Term.objects.serving_on(day).filter(is_there, person=person)
    speaks = Representative.objects.serving_on(day).filter(person=person)
    is_of_a_position = Q(**{f"{way}pk__in": terms.values("position__role")})
    is_for_speakers = Q(**{f"{way}name": settings.REPRESENTATIVE_ROLE})
    return is_of_a_position | Q(Exists(speaks), is_for_speakers)


def roles_by_service(users: Iterable[User], day: date) -> dict[int, list[str]]:
    """Return the names of the roles each of these users holds on ``day``, by their id.

    It takes two queries, however many users there are.
    """
    roles = Role.objects.order_by("name").in_bulk()
    held = Role.objects.filter(_is_held(SOMEBODY, day))
    holds = {f"role_{pk}": Exists(held.filter(pk=pk)) for pk in roles}
    active = User.objects.filter(
        IS_REMEMBERED, pk__in=[user.pk for user in users], is_active=True
    )
    return {
        row["pk"]: [str(roles[pk]) for pk in roles if row[f"role_{pk}"]]
        for row in active.annotate(**holds).values("pk", *holds)
    }


def _alternates(person: int, day: date) -> QuerySet[Term]:
    """Return the terms of somebody from which they may step up by themselves."""
    serves = Term.objects.serving_on(day).filter(person=person)
    return serves.exclude(position__steps_up="")


class Backend(AuthenticationBackend):
    """Signing in as allauth does it; rights for as long as somebody serves.

    Roles given by hand count besides. Somebody who was forgotten has none at all.
    """

    def _get_permissions(
        self, user_obj: User, obj: Model | None, from_name: str
    ) -> set[str]:
        person = None if user_obj.is_anonymous else user_obj.person
        if person and person.forgotten_on and not user_obj.is_superuser:
            return set()
        is_asked = from_name == "group" and obj is None and not user_obj.is_superuser
        if is_asked and person and user_obj.is_active:
            if not hasattr(user_obj, "_group_perm_cache"):
                user_obj._group_perm_cache = _rights_of(user_obj, Body.objects.today())
            return user_obj._group_perm_cache
        return super()._get_permissions(user_obj, obj, from_name)

    def with_perm(
        self,
        perm: str | Permission,
        is_active: bool | None = True,  # noqa: FBT001, FBT002 (Django’s own signature)
        include_superusers: bool = True,  # noqa: FBT001, FBT002
        obj: Model | None = None,
    ) -> QuerySet[User]:
        """Return the users who have this right today, by hand or through service."""
        by_hand = super().with_perm(perm, is_active, include_superusers, obj)
        if obj is not None:
            return by_hand
        held = Role.objects.filter(_is_held(SOMEBODY, Body.objects.today()))
        allow_it = held.filter(permissions__in=_named(perm))
        found = User.objects.filter(
            Q(pk__in=by_hand.values("pk")) | Q(Exists(allow_it)),
            IS_REMEMBERED | Q(is_superuser=True),
        )
        return found if is_active is None else found.filter(is_active=is_active)


def _rights_of(user: User, day: date) -> set[str]:
    """Return what the roles allow: those given by hand, and those held on ``day``.

    One query says as well whether they may have stepped up, unless it finds nothing.
    """
    by_hand = Q(group__in=user.groups.all())
    found = Permission.objects.filter(
        by_hand | _is_held(user.person_id, day, way="group__")
    )
    names = ("content_type__app_label", "codename")
    steps = Exists(_alternates(user.person_id, day))
    rows = list(found.annotate(steps=steps).values_list(*names, "steps"))
    if not rows or rows[0][2]:
        stepped = _roles_stepped_into(user.person_id, day)
        more = Permission.objects.filter(group__in=stepped).values_list(*names)
        rows += [(*each, True) for each in more]
    return {f"{app}.{codename}" for app, codename, _steps in rows}


def _named(perm: str | Permission) -> QuerySet[Permission]:
    """Return the permission that Django also takes as ``"app.codename"``."""
    if isinstance(perm, Permission):
        return Permission.objects.filter(pk=perm.pk)
    app, codename = perm.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
