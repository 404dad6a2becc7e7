"""The table of the cache: what all workers, and all machines, must know together."""

from django.core.management import call_command
from django.db import migrations

TABLE = "intergroup_cache"


def make(apps, schema_editor):
    call_command(
        "createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0
    )


def drop(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name(TABLE)}")


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_seed_meeting_types")]

    operations = [migrations.RunPython(make, drop)]
