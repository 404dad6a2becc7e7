"""The contract of a feed with its readers, and what breaks it."""

from intergroup.registry.feeds.contract.breaches import Breach, breaches

__all__ = ["Breach", "breaches"]
