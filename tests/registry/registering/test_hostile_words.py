"""Hostile words in honest boxes: refused beside the box, logged, not written."""

import logging

import pytest

from intergroup.registry.models import Group, Meeting, Registration, RegistrationMessage
from tests.factories import DirectoryFactory
from tests.registry.registering.typed import REGISTER, form

LOGGER = "intergroup.registry.registering"
LONG = "x" * 10_000
RTL, ZERO_WIDTH = "\u202egnp.exe", "Ho\u200bpe\ufeff"
SCRIPT = "<script>alert(1)</script>"
NOT_TAKEN = {
    "null in the name": {"group__name": "Ho\x00pe"},
    "bell in the remarks": {"remarks": "\x07\x07"},
    "escape in the notes": {"m0__notes": "\x1b[31mred"},
    "c1 control in the place": {"m0__location": "a\x9bb"},
    "only what cannot be seen": {"group__name": "\u200b\u200b"},
    "a name of 10,000 letters": {"group__name": LONG},
    "a first name of 10,000 letters": {"sender_first_name": LONG},
    "an e-mail of 10,000 letters": {"sender_email": f"{LONG}@example.org"},
    "remarks of 10,000 letters": {"remarks": LONG},
    "notes of 10,000 letters": {"m0__notes": LONG},
    "an address of 10,000 letters": {"m0__address": LONG},
    "a kit address of 10,000 letters": {"is_kit_wanted": "on", "kit_address": LONG},
    "a link of 10,000 letters": {"group__website": f"https://example.org/{LONG}"},
    "a time of 10,000 figures": {"m0__time": "1" * 10_000},
    "a day of 10,000 figures": {"group__started_on": "9" * 10_000},
    "members of 10,000 figures": {"group__member_count": "9" * 10_000},
    "a phone of 10,000 figures": {"group__phone": "1" * 10_000},
    "a surname in the first name": {"sender_first_name": "Jo King"},
    "a full name in the initial": {"sender_initial": "King"},
    "two letters in the initial": {"sender_initial": "KK"},
    "a figure in the initial": {"sender_initial": "7"},
    "a script as first name": {"sender_first_name": SCRIPT},
    "a script as initial": {"sender_initial": "<"},
    "a script as e-mail": {"sender_email": f"{SCRIPT}@example.org"},
    "a script as phone": {"sender_phone": SCRIPT},
    "a script as relation": {"relation": SCRIPT},
    "a script as district": {"group__district": SCRIPT},
    "a script as a day": {"group__started_on": SCRIPT},
    "a script as members": {"group__member_count": SCRIPT},
    "a script as web site": {"group__website": SCRIPT},
    "a script as e-mail of the group": {"group__email": SCRIPT},
    "a script as phone of the group": {"group__phone": SCRIPT},
    "a script as venmo": {"group__venmo": SCRIPT},
    "a script as square": {"group__square": SCRIPT},
    "a script as paypal": {"group__paypal": SCRIPT},
    "a script as homegroup": {"group__homegroup_online": SCRIPT},
    "a script as weekday": {"m0__days": [SCRIPT]},
    "a script as time": {"m0__time": SCRIPT},
    "a script as week": {"m0__weeks": [SCRIPT]},
    "a script as season": {"m0__first_on": SCRIPT},
    "a script as time zone": {"m0__time_zone": SCRIPT},
    "a script as attendance": {"m0__attendance": SCRIPT},
    "a script as type": {"m0__types": [SCRIPT]},
    "a script as link": {"m0__conference_url": SCRIPT},
    "a script as phone of the meeting": {"m0__conference_phone": SCRIPT},
    "a script as first name of a contact": {"primary__first_name": SCRIPT},
    "a script as kind of a contact": {
        "primary__kind": SCRIPT,
        "primary__first_name": "Ann",
        "primary__email": "ann@example.org",
    },
    "a script as consent": {
        "primary__first_name": "Ann",
        "primary__email": "ann@example.org",
        "primary__is_listed": SCRIPT,
    },
    "a surname of a contact": {
        "primary__first_name": "Ann Bell",
        "primary__phone": "+1 309 555 0101",
    },
    "an unknown type": {"m0__types": ["ZZZ"]},
    "an unknown type among known": {"m0__types": ["O", "ZZZ"]},
    "day 7": {"m0__days": ["7"]},
    "day -1": {"m0__days": ["-1"]},
    "day 1e9": {"m0__days": ["1e9"]},
    "the sixth week": {"m0__weeks": ["6"]},
    "25:99": {"m0__time": "25:99"},
    "24:00": {"m0__time": "24:00"},
    "-1:00": {"m0__time": "-1:00"},
    "13 pm": {"m0__time": "13:00 pm"},
    "no day and a time": {"m0__days": []},
    "an end at the beginning": {"m0__end_time": "19:30"},
    "year 0001": {"group__started_on": "0001-01-01"},
    "year 9999": {"effective_on": "9999-12-31"},
    "year 0000": {"group__started_on": "0000-01-01"},
    "year 10000": {"group__started_on": "10000-01-01"},
    "a season in 9999": {"m0__first_on": "9999-01-01"},
    "a season of 0001": {"m0__last_on": "0001-01-01"},
    "February 30": {"effective_on": "2026-02-30"},
    "a start to come": {"group__started_on": "2090-01-01"},
    "minus three members": {"group__member_count": "-3"},
    "a million members": {"group__member_count": "1000000"},
    "half a member": {"group__member_count": "1.5"},
    "not a number of members": {"group__member_count": "NaN"},
    "endless members": {"group__member_count": "1e400"},
    "javascript: as web site": {"group__website": "javascript:alert(1)"},
    "data: as web site": {"group__website": "data:text/html,<b>x</b>"},
    "ftp: as web site": {"group__website": "ftp://example.org/x"},
    "file: as web site": {"group__website": "file:///etc/passwd"},
    "a name and password in the web site": {
        "group__website": "https://a:b@example.org"
    },
    "a name in the web site": {"group__website": "https://zoom.us@example.org/"},
    "javascript: as link": {"m0__conference_url": "javascript://zoom.us/%0aalert(1)"},
    "a name and password in the link": {
        "m0__conference_url": "https://a:b@zoom.us/j/1"
    },
    "a link that looks like zoom": {"m0__conference_url": "https://evilzoom.us/j/1"},
    "a link with zoom in front": {
        "m0__conference_url": "https://zoom.us.example.org/j"
    },
    "a link with open brackets": {"m0__conference_url": "https://[zoom.us/j/1"},
    "a phone with letters": {"group__phone": "1-800-HEROIN"},
    "a phone of signs": {"sender_phone": "-----+++"},
    "a phone of the meeting with letters": {"m0__conference_phone": "call Jo 5551234"},
    "two e-mails": {"sender_email": "a@example.org,b@example.org"},
    "a mail header": {"sender_email": "a@example.org\nBcc: b@example.org"},
    "a mail header in quotes": {"sender_email": '"a\r\nBcc: b"@example.org'},
    "an e-mail as venmo": {"group__venmo": "jo@example.org"},
    "an unknown time zone": {"m0__time_zone": "../../etc/passwd"},
    "an unknown district": {"group__district": "999999999999999999999"},
    "an unknown relation": {"relation": "president"},
    "an unknown attendance": {"m0__attendance": "inactive"},
    "open and closed": {"m0__types": ["O", "C"]},
    "no meeting at all": {
        "m0__days": [],
        "m0__time": "",
        "m0__end_time": "",
        "m0__location": "",
        "m0__address": "",
        "m0__types": [],
    },
    "a kit to nowhere": {"is_kit_wanted": "on", "kit_address": "\u200b"},
}


def written():
    return [
        m.objects.count() for m in (Registration, RegistrationMessage, Group, Meeting)
    ]


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_hostile_words_are_refused_logged_and_not_written(client, db, caplog, name):
    DirectoryFactory()
    caplog.set_level(logging.WARNING, LOGGER)

    page = client.post(REGISTER, form(**NOT_TAKEN[name]))

    assert page.status_code == 422
    assert written() == [0, 0, 0, 0]
    (told,) = [each for each in caplog.records if each.name == LOGGER]
    assert told.getMessage().startswith(
        ("A form was refused: mistakes", "A form was refused: rules")
    )
    assert "script" not in told.getMessage()
    assert SCRIPT not in page.content.decode()


HARMLESS = {
    "a script as name of the group": ("group__name", SCRIPT),
    "a script as notes of the group": ("group__notes", SCRIPT),
    "a script as language": ("group__language", SCRIPT),
    "a script as name of the meeting": ("m0__name", SCRIPT),
    "a script as place": ("m0__location", SCRIPT),
    "a script as address": ("m0__address", SCRIPT),
    "a script as way to the room": ("m0__location_notes", SCRIPT),
    "a script about the link": ("m0__conference_url_notes", SCRIPT),
    "a script about the phone": ("m0__conference_phone_notes", SCRIPT),
    "a script as notes": ("m0__notes", SCRIPT),
    "a formula as name": ("group__name", '=HYPERLINK("https://example.org")'),
    "a template as name": ("group__name", "{{ settings.SECRET_KEY }}{% debug %}"),
    "SQL as name": ("group__name", "'; DROP TABLE registry_group; --"),
    "right to left as name": ("group__name", RTL),
    "zero width as name": ("group__name", ZERO_WIDTH),
    "emoji as notes": ("m0__notes", "👩‍👩‍👧‍👦" * 50),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_words_that_are_text_are_kept_as_text_and_shown_as_text(client, db, name):
    DirectoryFactory()
    box, text = HARMLESS[name]

    page = client.post(REGISTER, form(**{box: text}))

    kept = Registration.objects.get().proposed
    part, field = box.split("__", 1)
    said = kept["group"] if part == "group" else kept["meetings"][0]
    assert said[field] == text.replace("\u202e", "").replace("\u200b", "").rstrip(
        "\ufeff"
    )
    again = client.post(REGISTER, form(more="1", **{box: text}))
    assert SCRIPT not in again.content.decode()
    assert SCRIPT not in client.get(page["Location"]).content.decode()
