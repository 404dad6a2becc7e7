"""The statements of many groups as pages to print, read in a few queries."""

from collections.abc import Iterator, Sequence

from django.template.loader import render_to_string

from intergroup.kit import pages
from intergroup.kit.dates import Period
from intergroup.registry.models import Group
from treasury.reports.statement_of_group import statements_of


def statement_papers(
    group_ids: Sequence[int], period: Period
) -> Iterator[tuple[int, str]]:
    """Yield the id of each group and its statement of the period as HTML for paper.

    Raises DoesNotFootError where a statement is not what its group is credited with.
    """
    groups = list(Group.objects.filter(pk__in=group_ids).order_by("number"))
    shared = pages.context()
    for group, statement in zip(groups, statements_of(groups, period), strict=True):
        context = {**shared, "report": statement}
        template = "treasury/print/statement_of_group.html"
        yield group.pk, render_to_string(template, context)
