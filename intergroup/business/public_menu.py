"""What business meetings have for everybody in the public menu."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Rules
from intergroup.kit import public_menu


@public_menu.line("business:motion-form", title=_("Send a motion"), order=20)
def send_a_motion() -> bool:
    """Tell whether the body has said that everybody may send one."""
    return Rules.objects.current().has_public_form
