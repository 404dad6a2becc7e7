"""Seed the methods of election that bodies use; each can be changed or left out."""

from django.db import migrations

METHODS = (
    ("Third Legacy", {"system": "third-legacy"}),
    (
        "Simple majority",
        {
            "system": "majority",
            "needed_parts": 1,
            "needed_of": 2,
            "is_more_than": True,
        },
    ),
    ("Two-thirds", {"system": "majority"}),
    (
        "Plurality for several seats",
        {
            "system": "plurality",
            "needed_parts": 1,
            "needed_of": 2,
            "is_more_than": True,
        },
    ),
    (
        "Acclamation",
        {
            "system": "acclamation",
            "needed_parts": 1,
            "needed_of": 2,
            "is_more_than": True,
            "single_candidate": "acclamation",
        },
    ),
)


def seed(apps, schema_editor):
    """Add what is not there."""
    method = apps.get_model("service", "ElectionMethod")
    for name, values in METHODS:
        method.objects.get_or_create(name=name, defaults=values)


class Migration(migrations.Migration):
    dependencies = [("service", "0002_rotation_elections_and_handover")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
