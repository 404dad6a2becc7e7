"""Guards of what was received: contributions, receipts, other income, deposits."""

from intergroup.kit.guarding import both
from treasury.guards.rules import (
    KEPT,
    RECEIPT,
    kept,
    not_replaced,
    once,
)

CONTRIBUTION = (
    "id",
    "received_on",
    "source",
    "group_id",
    "event",
    "amount",
    "fee",
    "fund_id",
    "account_id",
    "entry_id",
    "reverses_id",
    "import_key",
    "collection_id",
    "receipt_year",
    "receipt_number",
)
IDENTIFICATION = (
    "id",
    "contribution_id",
    "identified_on",
    "source",
    "group_id",
    "amount",
    "entry_id",
    "reverses_id",
)
COLLECTION = (
    "id",
    "collected_on",
    "first_counter",
    "second_counter",
    "counted",
    "cash",
    "explanation",
    "entry_id",
)
OTHER_INCOME = (
    "id",
    "received_on",
    "purpose",
    "amount",
    "account_id",
    "fund_id",
    "paid_into_id",
    "entry_id",
    "reverses_id",
)
DEPOSIT = ("id", "deposited_on", "to_account_id", "amount", "entry_id", "reverses_id")
OUTSIDE = ("id", "offered_on", "offered_by", "amount", "account_id", "entry_id")
_OUT_OF_NUMBER = (
    # The last by its index: SQLite would read every receipt of the year for max().
    "NEW.reverses_id IS NULL AND (NEW.receipt_number IS DISTINCT FROM "
    "(coalesce((SELECT receipt_number FROM treasury_contribution "
    "WHERE receipt_year = NEW.receipt_year "
    "ORDER BY receipt_number DESC LIMIT 1), 0) + 1))"
)
RECEIVED = (
    *kept("treasury_contribution", CONTRIBUTION),
    *not_replaced(
        "treasury_contribution", ("id", "entry_id", "reverses_id", "import_key")
    ),
    both(
        "treasury_contribution_receipts_have_no_gap",
        "treasury_contribution",
        "INSERT",
        _OUT_OF_NUMBER,
        RECEIPT,
    ),
    *kept("treasury_identification", IDENTIFICATION),
    *not_replaced("treasury_identification", ("id", "entry_id", "reverses_id")),
    *kept("treasury_collection", COLLECTION),
    *not_replaced("treasury_collection", ("id", "entry_id")),
    *kept("treasury_otherincome", OTHER_INCOME),
    *not_replaced("treasury_otherincome", ("id", "entry_id", "reverses_id")),
    *kept("treasury_deposit", DEPOSIT),
    *not_replaced("treasury_deposit", ("id", "entry_id", "reverses_id")),
    *kept("treasury_deposititem", ("id", "deposit_id", "entry_id", "amount")),
    *not_replaced("treasury_deposititem", ("id",)),
    once("treasury_deposititem", ("taken_back_on",)),
    both(
        "treasury_deposititem_is_on_one_slip",
        "treasury_deposititem",
        "INSERT",
        "EXISTS (SELECT 1 FROM treasury_deposititem "
        "WHERE entry_id = NEW.entry_id AND taken_back_on IS NULL)",
        KEPT,
    ),
    *kept("treasury_outsideoffer", OUTSIDE),
    *not_replaced("treasury_outsideoffer", ("id", "entry_id", "return_entry_id")),
    once("treasury_outsideoffer", ("returned_on", "return_entry_id")),
    *kept("treasury_importbatch", ("id", "sha256", "rows", "refused")),
    *not_replaced("treasury_importbatch", ("id", "sha256")),
)
