"""Seed the Spanish and French names of meeting types, as the Meeting Guide has them.

Only where the Meeting Guide’s type means the same; other types keep their own name.
"""

from django.db import migrations

NAMES = (
    ("ABSI", "Como lo ve Bill", "Réflexions de Bill"),
    ("B", "Libro Grande", "Gros Livre"),
    ("BEG", "Principiantes", "Nouveau/nouvelle"),
    ("C", "Cerrada", "Fermé"),
    ("CAN", "Luz de una vela", "À la chandelle"),
    ("CW", "Niño amigable", "Enfants acceptés"),
    ("DISC", "Discusión", "Discussion"),
    ("GL", "Gay/Lesbiana", "Gai/Lesbienne"),
    ("LIT", "Literatura", "Publications"),
    ("M", "Hombres", "Hommes"),
    ("MED", "Meditación", "Méditation"),
    ("O", "Abierta", "Ouvert(e)"),
    ("SMOK", "Se permite fumar", "Permis de fumer"),
    ("SPK", "Orador", "Conférencier"),
    ("STEP", "Estudio de pasos", "Sur les Étapes"),
    ("TRAD", "Estudio de tradición", "Étude des Traditions"),
    ("W", "Mujeres", "Femmes"),
    ("X", "Acceso en silla de ruedas", "Accès aux fauteuils roulants"),
    ("Y", "Gente joven", "Jeunes"),
)


def seed(apps, schema_editor):
    """Add the names that are not there; an edited one stays as it was edited."""
    types = apps.get_model("registry", "MeetingType")
    known = dict(types.objects.values_list("code", "pk"))
    names = apps.get_model("registry", "MeetingTypeName")
    for code, spanish, french in NAMES:
        for language, name in (("es", spanish), ("fr", french)):
            if code in known:
                names.objects.get_or_create(
                    meeting_type_id=known[code],
                    language=language,
                    defaults={"name": name},
                )


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_wishes_of_prints")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
