"""The command that checks a feed: what it prints, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command

from intergroup.registry.models import MeetingType
from tests.factories import LocationFactory, MeetingFactory


def test_our_own_feed_of_either_profile_has_nothing_to_tell(db, capsys):
    meeting = MeetingFactory(time="19:30", location=LocationFactory())
    meeting.types.set(MeetingType.objects.filter(code__in=["O", "DISC"]))

    call_command("check_feed")
    call_command("check_feed", profile="tsml")

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == ["Meetings: 1. Breaches: 0."] * 2


def test_our_own_feed_tells_what_the_register_lacks(db, capsys):
    MeetingFactory(name="Nowhere", time="19:30")

    with pytest.raises(SystemExit) as ended:
        call_command("check_feed")

    assert ended.value.code == 1
    assert capsys.readouterr().out == (
        "1 “Nowhere”: No exact place and no link that readers know: "
        "it is shown as inactive.\n"
    )


def test_a_file_is_checked_row_by_row(db, tmp_path, capsys):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps([{"name": "Hope", "slug": "hope", "day": 9}]))

    with pytest.raises(SystemExit) as ended:
        call_command("check_feed", path)

    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "1 “Hope”, timezone: Without a time zone, readers drop the row." in told.out
    assert told.err == "Meetings: 1. Breaches: 5.\n"


@pytest.mark.parametrize(
    ("text", "sentence"), [(None, "cannot be read"), ("<html>", "is not JSON")]
)
def test_what_is_no_feed_is_refused_in_a_sentence(tmp_path, text, sentence):
    path = tmp_path / "feed.json"
    if text:
        path.write_text(text)

    with pytest.raises(CommandError, match=sentence):
        call_command("check_feed", path)
