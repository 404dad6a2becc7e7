"""Reports on service: who serves, what is vacant, whose term ends."""

from service.reports import mine, roster, vacancies

__all__ = ["mine", "roster", "vacancies"]
