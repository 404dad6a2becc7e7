"""Reports on service: who serves, what is vacant, whose term ends."""

from service.reports import history, mine, roster, rotation, vacancies

__all__ = ["history", "mine", "roster", "rotation", "vacancies"]
