"""Reports on service: who serves, what is vacant, whose term ends, who was elected."""

from service.reports import elections, mine, roster, vacancies

__all__ = ["elections", "mine", "roster", "vacancies"]
