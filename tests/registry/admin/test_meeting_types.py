"""What the kinds of meetings are called, in every language that is shipped."""

import importlib

import pytest
from django.conf import settings
from django.urls import reverse

from intergroup.registry.models import MeetingType, MeetingTypeName

SEEDED = importlib.import_module(
    "intergroup.registry.migrations.0002_seed_meeting_types"
).TYPES
SHIPPED = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", SHIPPED)
def test_every_seeded_type_has_a_name_in_every_shipped_language(db, language):
    there = {
        each.code: {"en": each.name} | {n.language: n.name for n in each.names.all()}
        for each in MeetingType.objects.prefetch_related("names")
    }

    nameless = [code for code, *_rest in SEEDED if not there[code].get(language)]

    assert nameless == []


def test_types_of_the_meeting_guide_come_with_spanish_and_french_names(db):
    names = MeetingTypeName.objects.filter(meeting_type__code="B")

    found = [(each.language, each.name) for each in names]
    assert found == [("es", "Libro Grande"), ("fr", "Gros Livre")]


def test_a_name_in_another_language_is_written_beside_the_type(as_sam):
    kind = MeetingType.objects.get(code="QA")
    url = reverse("admin:registry_meetingtype_change", args=[kind.pk])
    words = {"code": "QA", "name": kind.name, "aa_code": "", "order": "100"}
    counts = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0}
    added = {"names-0-language": "es", "names-0-name": "Preguntas"}

    as_sam.post(url, {**words, **counts, **added, "names-0-meeting_type": kind.pk})

    assert [str(each) for each in kind.names.all()] == ["Preguntas (es)"]
