"""What of the lists of service is folded away in the menu: not for every day."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from service.models import ElectionMethod, Policy

admin.site.arrange(_("What is agreed"), ElectionMethod, Policy)
