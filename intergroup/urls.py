"""Every address of the installation."""

from django.urls import include, path

from intergroup.business import servants
from intergroup.kit import (
    admin,
    desk,
    meeting_page,
    packet,
    public_menu,
    record,
    reports,
    take_home,
)

for board in (
    desk,
    meeting_page,
    packet,
    public_menu,
    record,
    reports,
    servants,
    take_home,
):
    board.discover()

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("intergroup.registry.urls")),
    path("business/", include("intergroup.business.urls")),
    path("service/", include("service.urls")),
    path("treasury/", include("treasury.urls")),
    path("", include("intergroup.kit.urls")),
]
