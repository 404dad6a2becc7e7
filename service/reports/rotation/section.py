"""Open positions and rotation, as a business meeting has them before it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from intergroup.business.models import BusinessMeeting
from intergroup.kit.timelines import Timeline
from service.actions.rotating import book_of_service
from service.reports.rotation.drawing import timelines
from service.reports.rotation.electing import Electable, election_list
from service.reports.rotation.plan import year_ahead
from service.reports.vacancies import Vacancies, vacancies
from service.rotation import plan


@dataclass(frozen=True, slots=True)
class RotationSection:
    """What is vacant, whose term ends, what is to be elected, and the year ahead."""

    open: Vacancies
    terms: tuple[Electable, ...]
    charts: tuple[Timeline, ...]

    @property
    def has_anything(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.open.vacant or self.open.ending or self.terms)


def rotation_section(held_on: date) -> RotationSection:
    """Return what a meeting on ``held_on`` has to know of the rotation."""
    today = timezone.localdate()
    period = year_ahead(held_on)
    meetings = list(BusinessMeeting.objects.values_list("held_on", flat=True))
    book = book_of_service(today)
    made = plan(book, period.first, period.last, meetings=meetings)
    return RotationSection(
        open=vacancies(held_on),
        terms=election_list(held_on, today=today).terms,
        charts=timelines(made),
    )
