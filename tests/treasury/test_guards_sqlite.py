"""SQLite’s own roads around a trigger: OR REPLACE deletes without telling.

PostgreSQL does not know these words, and says so.
"""

import pytest
from django.db import Error, connection, transaction

from tests.treasury.test_guards import by_hand, draft, everything, posted

__all__ = ["draft", "posted"]

ROADS = {
    "replace an entry by its id": (
        "INSERT OR REPLACE INTO treasury_entry (id, dated, memo, status, seal) "
        "VALUES ({posted}, '2026-06-01', 'x', 'draft', '')"
    ),
    "replace a line by its id": (
        "INSERT OR REPLACE INTO treasury_posting "
        "(id, entry_id, dated, account_id, fund_id, amount) "
        "SELECT min(id), {draft}, '2026-06-01', 1, 1, 1 FROM treasury_posting "
        "WHERE entry_id = {posted}"
    ),
    "move a draft onto a posted entry": (
        "UPDATE OR REPLACE treasury_entry SET id = {posted} WHERE id = {draft}"
    ),
    "move a line onto a posted line": (
        "UPDATE OR REPLACE treasury_posting SET id = (SELECT min(id) "
        "FROM treasury_posting WHERE entry_id = {posted}) WHERE entry_id = {draft}"
    ),
    "take a posted number": (
        "UPDATE OR REPLACE treasury_entry SET number = 1, status = 'posted', "
        "seal = 'x', posted_at = '2026-06-01' WHERE id = {draft}"
    ),
    "replace a contribution": (
        "INSERT OR REPLACE INTO treasury_contribution (id, received_on, source, "
        "marked, amount, method, reference, fund_id, account_id, entry_id, import_key) "
        "SELECT id, received_on, 'member', '', 1, '', '', fund_id, account_id, "
        "entry_id, '' FROM treasury_contribution"
    ),
    "replace an account by another kind": (
        "INSERT OR REPLACE INTO treasury_account (id, code, name, kind, purpose) "
        "SELECT id, code, name, 'expense', '' FROM treasury_account WHERE code = '1000'"
    ),
}


def refusal():
    return "ledger" if connection.vendor == "sqlite" else "syntax error"


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_or_replace_does_not_pass_the_guards(posted, draft, road):
    before = everything()

    with pytest.raises(Error, match=refusal()), transaction.atomic():
        by_hand(road.format(posted=posted.pk, draft=draft.pk))

    assert everything() == before


def test_the_second_reversal_of_an_entry_cannot_push_out_the_first(posted, draft):
    point = "UPDATE treasury_entry SET reverses_id = %s WHERE id = %s"
    by_hand(point, posted.pk, draft.pk)

    with pytest.raises(Error, match=refusal()), transaction.atomic():
        by_hand(
            "INSERT OR REPLACE INTO treasury_entry "
            "(dated, memo, status, seal, reverses_id) "
            "VALUES ('2026-06-01', 'x', 'draft', '', %s)",
            posted.pk,
        )
