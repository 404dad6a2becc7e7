"""The page on which the office looks at words, and what leads there."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from intergroup.registry.actions.looking import decide, look_over
from intergroup.registry.models import Finding
from tests.factories import GroupFactory, MeetingFactory

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
WORDS = "/office/words/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def jane():
    """A surname in the notes of a meeting."""
    MeetingFactory(name="Friday Hope", notes="Contact: Jane Doe, at the <b>door")
    return look_over(at=NOON)[0]


def test_the_page_shows_the_words_marked_in_their_sentence(as_sam, jane):
    page = as_sam.get(WORDS).content.decode()

    assert "Contact: <mark>Jane Doe</mark>, at the &lt;b&gt;door" in page
    assert reverse("admin:registry_meeting_change", args=[jane.meeting_id]) in page


def test_a_tick_and_a_button_decide(as_sam, sam, jane):
    page = as_sam.post(WORDS, {"word": jane.pk, "decision": "publish"}, follow=True)

    jane.refresh_from_db()
    assert (jane.decision, jane.decided_by) == ("publish", sam)
    assert "One place may be shown now." in page.content.decode()
    assert "Nothing waits" in page.content.decode()


def test_a_decision_can_be_taken_again(as_sam, sam, jane):
    decide([jane], "publish", decided_at=NOON, decided_by=sam)
    page = as_sam.get(f"{WORDS}?state=decided").content.decode()

    as_sam.post(f"{WORDS}?state=decided", {"word": jane.pk, "decision": "withhold"})

    jane.refresh_from_db()
    assert jane.decision == "withhold"
    assert "Sam D." in page


def test_a_name_cannot_be_hidden(as_sam):
    GroupFactory(name="Friends of Jane Doe")
    found = look_over(at=NOON)[0]

    page = as_sam.post(WORDS, {"word": found.pk, "decision": "withhold"}, follow=True)

    assert "Change the name." in page.content.decode()
    assert Finding.objects.undecided().count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"decision": "publish"},
        {"word": "0", "decision": "publish"},
        {"word": "x' OR 1=1", "decision": "publish"},
        {"word": "9" * 40, "decision": "publish"},
        {"word": "1", "decision": "everything"},
    ],
    ids=["no-tick", "no-row", "no-number", "too-large", "no-decision"],
)
def test_what_makes_no_sense_decides_nothing(as_sam, jane, sent):
    page = as_sam.post(WORDS, sent, follow=True)

    assert "Tick the words first" in page.content.decode()
    assert Finding.objects.undecided().count() == 1


def test_only_those_who_keep_the_register_decide(client, tess, gail, jane):
    for each in (tess, gail):
        client.force_login(each)
        assert client.get(WORDS).status_code == 403
        sent = client.post(WORDS, {"word": jane.pk, "decision": "publish"})
        assert sent.status_code == 403

    assert Finding.objects.undecided().count() == 1


def test_the_page_is_not_kept(as_sam):
    assert "no-store" in as_sam.get(WORDS)["Cache-Control"]


def test_a_page_of_words_asks_a_fixed_number_of_questions(
    as_sam, django_assert_max_num_queries
):
    for _each in range(12):
        MeetingFactory(group=GroupFactory(), notes="Contact: Jane Doe")
    look_over(at=NOON)

    with django_assert_max_num_queries(9):
        as_sam.get(WORDS)


def test_the_desk_says_how_many_words_wait(as_sam, jane):
    desk = as_sam.get("/admin/").content.decode()

    assert "One word waits to be looked at; until then it is hidden." in desk


def test_the_command_looks_over_everything_and_says_so():
    MeetingFactory(notes="Contact: Jane Doe")
    first, second = StringIO(), StringIO()

    call_command("look_over", stdout=first)
    call_command("look_over", stdout=second)

    assert first.getvalue() == "Found one new word.\nOne waits.\n"
    assert second.getvalue() == "Nothing new was found.\nOne waits.\n"


def test_saving_in_the_office_tells_what_is_hidden(as_sam):
    page = as_sam.post(
        reverse("admin:registry_location_add"),
        {"name": "Hall", "address": "1 Main St", "notes": "Ask for Jane Doe"},
        follow=True,
    )

    assert "“Jane Doe” may be a person’s." in page.content.decode()
    assert Finding.objects.get().location.notes == "Ask for Jane Doe"
