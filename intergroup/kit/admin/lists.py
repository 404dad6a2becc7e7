"""Filters beside a list of the admin."""

import re

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

_YEAR = re.compile("(?!0000)[0-9]{4}")


class YearFilter(SimpleListFilter):
    """Years of a date column; ``date_hierarchy`` would read every row on SQLite."""

    title = gettext_lazy("year")
    parameter_name = "year"
    column = ""

    def lookups(
        self, request: HttpRequest, model_admin: ModelAdmin
    ) -> list[tuple[str, str]]:
        ends = {"first": Min(self.column), "last": Max(self.column)}
        found = model_admin.model.objects.aggregate(**ends)
        first, last = found["first"], found["last"]
        years = range(last.year, first.year - 1, -1) if first else ()
        return [(str(year), str(year)) for year in years]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        year = self.value()
        if not (year and _YEAR.fullmatch(year)):
            return queryset
        bounds = (f"{year}-01-01", f"{year}-12-31")
        return queryset.filter(**{f"{self.column}__range": bounds})
