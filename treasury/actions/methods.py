"""Where money usually arrives, by the way in which it came."""

from treasury.models import Account, Contribution

Method, Purpose = Contribution.Method, Account.Purpose
IN_HAND = (Method.CASH, Method.CHEQUE)


def usual_accounts() -> dict[str, Account]:
    """Return, for each method, the open account that it usually arrives in.

    Cash and checks are in hand until they are deposited; a payment app has the account
    that is called after it, where there is one; all else goes into the bank.
    """
    by_purpose = Account.objects.by_purpose()
    bank = by_purpose[Purpose.BANK]
    held = list(Account.objects.open().holding_money())
    usual: dict[str, Account] = {"": bank}
    for method in Method:
        name = str(method.label).casefold()
        called = [each for each in held if name in each.name.casefold().split()]
        usual[method] = called[0] if called else bank
    return {**usual, **dict.fromkeys(IN_HAND, by_purpose[Purpose.UNDEPOSITED])}
