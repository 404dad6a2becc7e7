"""Which lists of the register are looked at now and then only."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import admin
from intergroup.registry.models import (
    Body,
    ContactSheet,
    Directory,
    DirectoryPrint,
    District,
    FeedSource,
    ListingChange,
    Location,
    MeetingType,
    SharingKey,
    Verification,
)

admin.site.arrange(
    _("How it is set up"),
    Body,
    Directory,
    District,
    FeedSource,
    MeetingType,
    SharingKey,
)
admin.site.arrange(
    _("Records"),
    ContactSheet,
    DirectoryPrint,
    ListingChange,
    Location,
    Verification,
)
