"""Keep with a print what had been chosen for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_registrations_directory_and_contacts")]

    operations = [
        migrations.AddField(
            model_name="directoryprint",
            name="wishes",
            field=models.JSONField(
                blank=True, default=dict, verbose_name="what was chosen"
            ),
        ),
    ]
