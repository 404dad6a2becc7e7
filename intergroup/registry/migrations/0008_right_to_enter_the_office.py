"""The right to use the office pages, which roles have."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0007_forgotten_people"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="body",
            options={
                "permissions": [("enter_body", "Can use the office pages")],
                "verbose_name": "service body",
                "verbose_name_plural": "service body",
            },
        ),
    ]
