"""Reports on service: who serves, what is vacant, whose term ends."""

from service.reports import roster, vacancies

__all__ = ["roster", "vacancies"]
