"""Index what the reports add up by day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("treasury", "0006_say_which_groups_a_batch_has")]
    operations = [
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                condition=models.Q(("fee", 0), _negated=True),
                fields=["received_on", "fee"],
                name="treasury_contribution_fees",
            ),
        ),
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(fields=["paid_on"], name="treasury_expense_by_day"),
        ),
        migrations.AddIndex(
            model_name="identification",
            index=models.Index(
                fields=["identified_on", "source", "group", "amount"],
                name="treasury_identification_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="otherincome",
            index=models.Index(
                fields=["received_on"], name="treasury_otherincome_by_day"
            ),
        ),
    ]
