"""What the register pins to the desk."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import desk
from intergroup.registry.models import Body, Finding
from intergroup.registry.reports.listings import unverified, waiting
from intergroup.registry.reports.mine import my_groups
from intergroup.registry.reports.public import public_state

REGISTRAR = "registry.change_group"


@desk.card(
    "directory",
    title=_("The directory"),
    order=105,
    template="registry/desk/directory.html",
    permission="registry.change_directory",
)
def directory(user, day):
    """Show those who keep it what everybody sees, and before that the next step."""
    may_name = user.has_perm("registry.add_body")
    is_nameless = may_name and not Body.objects.exists()
    return {"public": public_state(day), "is_nameless": is_nameless}


@desk.card(
    "listings",
    title=_("Listings to confirm"),
    order=110,
    template="registry/desk/listings.html",
    permission=REGISTRAR,
)
def listings(user, day):
    """Show the groups whose listing nobody has confirmed for so long."""
    return unverified(day)


@desk.card(
    "words",
    title=_("Words to look at"),
    order=115,
    template="registry/desk/words.html",
    permission="registry.change_finding",
)
def words(user, day):
    """Show how many words are held back from the public, if any are."""
    count = Finding.objects.undecided().count()
    return {"count": count} if count else None


@desk.card(
    "registrations",
    title=_("Registrations to decide"),
    order=120,
    template="registry/desk/registrations.html",
    permission=REGISTRAR,
)
def registrations(user, day):
    """Show forms to decide, and the groups whose status asks to look at them."""
    return waiting(day)


@desk.card(
    "my-group", title=_("My group"), order=130, template="registry/desk/my_group.html"
)
def my_group(user, day):
    """Show those who speak for a group how it is listed."""
    return my_groups(user.person, day) or None
