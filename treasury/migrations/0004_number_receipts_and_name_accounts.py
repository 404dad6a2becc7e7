"""Number the receipts of what is there, and name the accounts that actions need."""

from itertools import groupby

from django.db import migrations

PURPOSES = (
    ("2000", "Voted and not yet paid", "liability", "voted"),
    ("2010", "To be returned", "liability", "to-return"),
    ("4020", "Birthday contributions", "income", "birthday"),
    ("4100", "Business meeting basket", "income", "basket"),
    ("4200", "Events", "income", "events"),
    ("5900", "Bank and payment fees", "expense", "fees"),
    ("5950", "Cash over and short", "expense", "over-short"),
)


def name_accounts(apps, schema_editor):
    """Give each purpose to the account of its code and kind, or add an account."""
    account = apps.get_model("treasury", "Account")
    for code, name, kind, purpose in PURPOSES:
        if account.objects.filter(purpose=purpose).exists():
            continue
        found = account.objects.filter(code=code, kind=kind, purpose="")
        if found.update(purpose=purpose):
            continue
        account.objects.create(
            code=_free(account, "code", code),
            name=_free(account, "name", name),
            kind=kind,
            purpose=purpose,
        )


def _free(account, field, wanted):
    """Return ``wanted``, with a figure behind it where it is taken."""
    names = [wanted, *(f"{wanted}-{n}" for n in range(2, 100))]
    taken = set(account.objects.values_list(field, flat=True))
    return next(each for each in names if each not in taken)


def number_receipts(apps, schema_editor):
    """Number what was received, year by year, in the order it entered the books."""
    contribution = apps.get_model("treasury", "Contribution")
    rows = contribution.objects.filter(reverses=None, receipt_number=None)
    rows = rows.order_by("received_on__year", "entry__number")
    pairs = rows.values_list("received_on__year", "pk")
    for year, each in groupby(list(pairs), key=lambda row: row[0]):
        for number, (_year, pk) in enumerate(each, start=1):
            contribution.objects.filter(pk=pk).update(
                receipt_year=year, receipt_number=number
            )


class Migration(migrations.Migration):
    dependencies = [("treasury", "0003_tables_of_the_whole_month")]
    operations = [
        migrations.RunPython(name_accounts, migrations.RunPython.noop),
        migrations.RunPython(number_receipts, migrations.RunPython.noop),
    ]
