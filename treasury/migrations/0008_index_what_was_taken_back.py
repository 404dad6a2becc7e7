"""Index what was taken back by day: a report tells what changed earlier periods."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("treasury", "0007_index_what_the_reports_add_up")]
    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("reverses__isnull", False)),
                fields=["dated"],
                name="treasury_entry_reversals",
            ),
        ),
    ]
