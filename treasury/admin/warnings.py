"""What a treasurer is told beside “saved”: it warns, and refuses nothing."""

from intergroup.kit import admin
from treasury.reports.holdings import below_zero


def warn_below_zero(request, accounts, funds, day):
    """Say which of these accounts and funds are below zero on ``day``, if any are."""
    for each in below_zero(accounts, funds, day):
        admin.messages.warning(request, str(each))
