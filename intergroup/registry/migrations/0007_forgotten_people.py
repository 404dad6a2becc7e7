"""People who were forgotten, and are only rows of history."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0006_seed_names_of_types"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="forgotten_on",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="forgotten on"
            ),
        ),
    ]
