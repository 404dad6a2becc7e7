"""The admin’s app configuration, pointing at the site of this house."""

from django.contrib.admin.apps import AdminConfig


class KitAdminConfig(AdminConfig):
    """Django’s admin with the desk as its first page."""

    default_site = "intergroup.kit.site.Site"
