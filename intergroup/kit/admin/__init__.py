"""The house’s admin: only this package knows Django’s admin and import-export’s.

Every app writes ``from intergroup.kit import admin`` and declares with these names.
"""

from django.contrib import messages
from django.contrib.admin import SimpleListFilter, display, register, site
from django.contrib.auth.admin import GroupAdmin as RoleAdmin
from django.contrib.auth.admin import UserAdmin

from intergroup.kit.admin.corrections import CorrectedMixin
from intergroup.kit.admin.links import Link
from intergroup.kit.admin.lists import YearFilter
from intergroup.kit.admin.rights import (
    AddOnlyMixin,
    KeptMixin,
    ReadOnlyMixin,
    require,
)
from intergroup.kit.admin.rows import action
from intergroup.kit.admin.screens import ModelAdmin, TabularInline, rules_shown
from intergroup.kit.admin.spreadsheets import (
    ExportAdmin,
    FileForm,
    ImportExportAdmin,
)
from intergroup.kit.imports import ConfirmOwnForm, LoaderResource

__all__ = [
    "AddOnlyMixin",
    "ConfirmOwnForm",
    "CorrectedMixin",
    "ExportAdmin",
    "FileForm",
    "ImportExportAdmin",
    "KeptMixin",
    "Link",
    "LoaderResource",
    "ModelAdmin",
    "ReadOnlyMixin",
    "RoleAdmin",
    "SimpleListFilter",
    "TabularInline",
    "UserAdmin",
    "YearFilter",
    "action",
    "display",
    "messages",
    "register",
    "require",
    "rules_shown",
    "site",
]
