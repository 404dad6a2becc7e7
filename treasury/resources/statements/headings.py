"""The words with which banks and payment apps head their columns, the surest first."""

from collections.abc import Mapping

from intergroup.kit.money import CURRENCIES

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "dated": (
        *("posting date", "posted date", "post date", "date posted", "booking date"),
        *("buchungstag", "buchungsdatum", "buchung", "date de comptabilisation"),
        *("datetime", "transaction date", "trans date", "transaction posted on"),
        *("completed date", "date", "datum", "fecha", "data", "dato", "day"),
        *("value date", "valuta", "valutadatum", "effective date", "date completed"),
        *("txn date", "tran date", "process date", "entry date"),
    ),
    "amount": (
        *("net", "amount net", "net amount", "amount", "transaction amount"),
        *("amount total", "betrag", "umsatz", "value", "importe", "montant"),
        *("bedrag", "belopp", "importo", "amt", "signed amount", "total"),
    ),
    "money_in": (
        *("credit", "credits", "credit amount", "amount credit", "cr"),
        *("deposit", "deposits", "deposit amount", "paid in", "money in"),
        *("haben", "gutschrift", "crédit", "abono", "received", "in"),
    ),
    "money_out": (
        *("debit", "debits", "debit amount", "amount debit", "dr"),
        *("withdrawal", "withdrawals", "withdrawal amount", "paid out", "money out"),
        *("soll", "lastschrift", "débit", "cargo", "spent", "out"),
    ),
    "reference": (
        *("check or slip number", "check number", "cheque number", "check no"),
        *("checknumber", "chequenumber", "check num", "number"),
        *("cheque no", "check", "cheque", "serial number", "transaction id", "id"),
        *("reference number", "transaction reference", "bank reference", "ref"),
        *("reference", "kundenreferenz", "kundenreferenz end to end"),
    ),
    "kind": (
        *("type", "transaction type", "trntype", "umsatztyp", "buchungstext"),
        *("details", "transaction", "category"),
    ),
    "balance": (
        *(
            "running bal",
            "running balance",
            "runningbalance",
            "balance",
            "account balance",
        ),
        *("balance after", "saldo", "kontostand", "saldo nach buchung", "solde"),
    ),
    "fee": ("fee", "fees", "amount fee", "fee amount"),
    "gross": ("gross", "amount gross", "gross amount", "amount total"),
    "currency": (
        "currency",
        "währung",
        "waehrung",
        "devise",
        "moneda",
        "currency code",
    ),
    "status": ("status", "state", "transaction status", "info"),
    "direction": (
        *("credit debit indicator", "debit credit indicator", "credit or debit"),
        *("debit credit", "credit debit", "dr cr", "cr dr", "soll haben", "af bij"),
        *("transaction type", "type", "details"),
    ),
    "account": ("account number", "account no", "auftragskonto", "account"),
    "identity": ("transaction id", "id", "unique id", "transaction uuid"),
    "opening": ("beginning balance",),
    "closing": ("ending balance",),
    "funding": ("funding source",),
    "impact": ("balance impact",),
}
DESCRIBING = frozenset(
    (
        *("description", "description 1", "description 2", "transaction description"),
        *("original description", "name", "payee", "merchant", "merchant name"),
        *("narration", "transaction narration", "extended details"),
        *("counter party", "counterparty", "memo", "note", "notes", "subject"),
        *("item title", "narrative", "particulars", "transaction details", "details"),
        *("from", "to", "verwendungszweck", "beguenstigter zahlungspflichtiger"),
        *("auftraggeber empfänger", "zahlungspflichtige r", "zahlungsempfänger in"),
        *("name zahlungsbeteiligter", "buchungstext", "libellé", "concepto"),
        *("omschrijving", "naam omschrijving", "reference", "code", "text"),
    )
)
LEFT_OUT = frozenset(
    (
        *("pending", "denied", "failed", "canceled", "cancelled", "declined"),
        *("expired", "in progress", "scheduled", "held", "on hold", "unclaimed"),
        *(
            "blocked",
            "reverted",
            "processing",
            "vorgemerkt",
            "umsatz vorgemerkt",
            "authorized",
        ),
    )
)
INTO = frozenset(
    ("credit", "cr", "c", "deposit", "in", "money in", "h", "haben", "bij", "received")
)
OUT_OF = frozenset(
    ("debit", "dr", "d", "withdrawal", "out", "money out", "s", "soll", "af", "sent")
)
_CODES = frozenset(code.casefold() for code in CURRENCIES)


def plain(cell: object) -> str:
    """Return a heading in small letters without marks or currency.

    “Check #” is “check number”, and “Balance (GBP)” is “balance”.
    """
    text = str(cell).casefold().replace("#", " number ").replace("_", " ")
    words = "".join(c if c.isalnum() else " " for c in text).split()
    if len(words) > 1 and words[-1] in _CODES:
        words.pop()
    return " ".join(words)
