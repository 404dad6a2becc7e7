"""Seed a chart of accounts and funds ready for an area; every line can be renamed."""

from django.db import migrations

ACCOUNTS = (
    ("1000", "Checking account", "asset", "bank"),
    ("1010", "Received, not yet deposited", "asset", "undeposited"),
    ("1020", "Cash box", "asset", ""),
    ("1030", "Venmo", "asset", ""),
    ("1040", "PayPal", "asset", ""),
    ("2000", "Voted and not yet paid", "liability", ""),
    ("3000", "Balances brought forward", "net-assets", "opening"),
    ("3900", "Moved between funds", "net-assets", "fund-transfers"),
    ("4000", "Group contributions", "income", "group-contributions"),
    ("4010", "Member contributions", "income", "member-contributions"),
    ("4090", "Contributions not yet identified", "income", "unidentified"),
    ("4100", "Business meeting basket", "income", ""),
    ("4200", "Events", "income", ""),
    ("4300", "Literature sales", "income", ""),
    ("4900", "Other income", "income", ""),
    ("5000", "Rent", "expense", ""),
    ("5100", "Web site and online meetings", "expense", ""),
    ("5150", "Telephone line", "expense", ""),
    ("5200", "Printing and postage", "expense", ""),
    ("5300", "Literature bought", "expense", ""),
    ("5400", "Hospitals and institutions", "expense", ""),
    ("5500", "Public information", "expense", ""),
    ("5600", "Events and activities", "expense", ""),
    ("5700", "Delegate and travel", "expense", ""),
    ("5800", "Insurance", "expense", ""),
    ("5900", "Bank and payment fees", "expense", ""),
    ("6000", "Passed on to world services", "expense", ""),
    ("6900", "Other expenses", "expense", ""),
)
FUNDS = (("Operating", "operating", 10), ("Prudent reserve", "reserve", 20))


def seed(apps, schema_editor):
    """Add what is not there."""
    account = apps.get_model("treasury", "Account")
    for code, name, kind, purpose in ACCOUNTS:
        values = {"name": name, "kind": kind, "purpose": purpose}
        account.objects.get_or_create(code=code, defaults=values)
    fund = apps.get_model("treasury", "Fund")
    for name, purpose, order in FUNDS:
        fund.objects.get_or_create(
            name=name, defaults={"purpose": purpose, "order": order}
        )


class Migration(migrations.Migration):
    dependencies = [("treasury", "0001_first_tables")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
