"""Seed the meeting types of Heroin Anonymous, as the TSML plugin knows them, and two more.

The last column decides which type is read from a Meeting Guide code that two share.
"""

from django.db import migrations

TYPES = (
    ("B", "Big Book", "B", 10),
    ("ABSI", "As Bill Sees It", "ABSI", 10),
    ("CPT", "12 Concepts", "", 100),
    ("BT", "Basic Text", "B", 100),
    ("BEG", "Beginner/Newcomer", "BE", 10),
    ("CAN", "Candlelight", "CAN", 10),
    ("CW", "Children Welcome", "CF", 10),
    ("C", "Closed", "C", 10),
    ("DISC", "Discussion/Participation", "D", 10),
    ("GL", "Gay/Lesbian", "LGBTQ", 100),
    ("IP", "IP Study", "LIT", 100),
    ("IW", "It Works Study", "LIT", 100),
    ("JFT", "Just For Today Study", "LIT", 100),
    ("LIT", "Literature Study", "LIT", 10),
    ("LC", "Living Clean", "LIT", 100),
    ("M", "Men", "M", 10),
    ("MED", "Meditation", "MED", 10),
    ("NS", "Non-Smoking", "", 100),
    ("O", "Open", "O", 10),
    ("QA", "Questions & Answers", "", 100),
    ("RA", "Restricted Access", "", 100),
    ("SMOK", "Smoking", "SM", 10),
    ("SPK", "Speaker", "SP", 10),
    ("STEP", "Step", "ST", 10),
    ("SWG", "Step Working Guide Study", "ST", 100),
    ("TOP", "Topic", "D", 100),
    ("TRAD", "Tradition", "TR", 10),
    ("VAR", "Format Varies", "", 100),
    ("X", "Wheelchair Accessible", "X", 10),
    ("W", "Women", "W", 10),
    ("Y", "Young People", "Y", 10),
)


def seed(apps, schema_editor):
    """Add the types that are not there; an edited one stays as it was edited."""
    meeting_type = apps.get_model("registry", "MeetingType")
    for code, name, aa_code, order in TYPES:
        values = {"name": name, "aa_code": aa_code, "order": order}
        meeting_type.objects.get_or_create(code=code, defaults=values)


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_first_tables")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
