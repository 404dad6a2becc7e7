"""Timing, and the line that every figure is printed as."""

import gc
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

forking = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured ratio and the bound it has to keep; seconds, or queries."""

    what: str
    value: float
    floor: float
    bound: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor

    @property
    def is_met(self) -> bool:
        """Whether the bound is kept."""
        return self.ratio <= self.bound

    def __str__(self) -> str:
        verdict = "met" if self.is_met else "MISSED"
        return (
            f"{self.what}: {self.value:.4g} {self.unit}, floor {self.floor:.4g} "
            f"{self.unit}, ratio {self.ratio:.3g} (at most {self.bound:.3g}): {verdict}"
        )


def median(work: Callable[[], object], *, times: int = 5) -> float:
    """Return the median seconds that ``work`` takes."""
    return statistics.median(once(work) for _ in range(times))


def once(work: Callable[[], object]) -> float:
    """Return the seconds that one call takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def prepare_database() -> None:
    """Make an empty database with its tables, seeds and guards."""
    if connection.vendor == "sqlite":
        connection.close()
        for end in ("", "-wal", "-shm"):
            name = f"{connection.settings_dict['NAME']}{end}"
            Path(name).unlink(missing_ok=True)
    call_command("migrate", verbosity=0, interactive=False)


def apart(work: Callable[[], object]) -> tuple[float, float]:
    """Work in a process of its own; return its seconds by the clock, and the most MB.

    The memory is that of the largest process that took part.
    """
    connections.close_all()
    here, there = forking.Pipe()
    process = forking.Process(target=_timed, args=(work, there))
    process.start()
    taken = here.recv()
    process.join()
    return taken


def _timed(work: Callable[[], object], there: object) -> None:
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(each).ru_maxrss for each in who)
    there.send((seconds, peak / 1024))
