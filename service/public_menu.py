"""What service has for everybody in the public menu."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import public_menu
from service.models import Policy


@public_menu.line("service:open-positions", title=_("Open positions"), order=10)
def open_positions() -> bool:
    """Tell whether the body has said that open positions are public."""
    return Policy.objects.current().is_public
