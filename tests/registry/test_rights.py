"""Every page of the register opens, and takes, for exactly those who may."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from intergroup.registry.actions.living import STEPS
from intergroup.registry.models import (
    DirectoryPrint,
    Finding,
    GroupContact,
    ListingChange,
    Registration,
    RegistrationMessage,
    Verification,
)
from intergroup.registry.urls import PAGES
from tests import rights
from tests.factories import (
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    RepresentativeFactory,
    UserFactory,
)
from tests.rights import NOBODY, PEOPLE, is_shut_out, sign_in

PUBLIC = {
    "finder": (),
    "calendar": (),
    "meeting": ("friday",),
    "meeting-calendar": ("friday",),
    "meeting-qr": ("friday",),
    "contribute": (),
    "feed-guide": (),
    "feed-tsml": (),
    "feed-csv": (),
    "group-choose": (),
    "register": (),
    "group-change": (7,),
    "group-pause": (7,),
    "group-close": (7,),
    "confirmed": ("right",),
}
BEHIND_A_WORD = {"talk": ("none",), "confirm": ("none",)}  # a link that nobody guesses
ONES_OWN = {"my-group": (), "my-contact": (), "my-group-page": (7,)}
ONES_OWN_SENT = {"my-group-right": (7,)}
DECIDE, PRINT = ("change_registration",), ("add_directoryprint",)

# By the name of each address: who sees it, and who may send something to it; None
# where nobody sees, or sends, anything. Then the row it is about.
OFFICE = {
    "registration": (("view_registration",), None, "registration"),
    "registration-accept": (None, DECIDE, "registration"),
    "registration-edit": (DECIDE, DECIDE, "registration"),
    "registration-refuse": (None, DECIDE, "registration"),
    "registration-ask": (None, DECIDE, "registration"),
    "starter-kits": (DECIDE, DECIDE),  # it shows postal addresses
    "starter-kit-lists": (DECIDE, None),
    "welcome-letter": (("change_group",), None, "group"),
    "verification": (("view_verification",), None),
    "verification-ask": (None, ("add_verification",)),
    "verification-ask-one": (None, ("add_verification",), "group"),
    "verification-right": (None, ("change_group",), "group"),
    "print-directory": (PRINT, PRINT),
    "print-made": (PRINT, None, "no-print"),
    "print-look": (PRINT, None, "no-print"),
    "print-take": (None, PRINT, "no-print"),
    "print-changes": (("view_directoryprint",), None, "print"),
    "print-changes-pdf": (("view_directoryprint",), None, "print"),
    "contact-sheet": (("add_contactsheet",),) * 2,
    "rotate": (("change_representative",),) * 2 + ("representative",),
    "words": (("change_finding",),) * 2,
    **{f"group-step-{name}": (("change_group",),) * 2 + ("group",) for name in STEPS},
}
NOT_THERE = {"print-made", "print-look"}  # they are of a print that was just asked for
WRITTEN = (
    DirectoryPrint,
    Finding,
    GroupContact,
    ListingChange,
    Registration,
    RegistrationMessage,
    Verification,
)


@pytest.fixture
def rows(db, sam):
    """A public directory with a group, and a row for each address."""
    DirectoryFactory()
    group = GroupFactory(number=7, name="Hope")
    MeetingFactory(slug="friday", group=group, location=LocationFactory())
    at = datetime(2026, 6, 1, 12, tzinfo=UTC)
    return {
        "group": group,
        "representative": RepresentativeFactory(group=group),
        "registration": Registration.objects.create(
            kind="change", group=group, sent_at=at, sender_email="sue@example.com"
        ),
        "print": DirectoryPrint.objects.create(
            made_at=at, made_by=sam, layout="day", page_count=1, sha256="0"
        ),
    }


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, wanted):
    return rights.may(who, "registry", wanted)


def address(name, rows, *, known=True):
    about = OFFICE[name][2:]
    ids = [rows[each].pk if each in rows else each for each in about]
    if not known:
        ids = [999_999 if isinstance(each, int) else "none" for each in ids]
    return reverse(f"registry:{name}", args=ids)


def counts():
    return {model.__name__: model.objects.count() for model in WRITTEN}


def test_every_address_is_told_of():
    told = {"front", *PUBLIC, *BEHIND_A_WORD, *ONES_OWN, *ONES_OWN_SENT, *OFFICE}

    assert {each.name for each in PAGES} == told


def test_what_is_public_is_the_same_for_everybody(client, rows, who):
    sign_in(client, who)

    found = {
        name: client.get(reverse(f"registry:{name}", args=args)).status_code
        for name, args in PUBLIC.items()
    }

    assert found == dict.fromkeys(PUBLIC, 200)


def test_a_word_that_nobody_was_given_opens_nothing(client, rows, who):
    sign_in(client, who)

    found = {
        client.get(reverse(f"registry:{name}", args=args)).status_code
        for name, args in BEHIND_A_WORD.items()
    }

    assert found <= {404, 410}


def test_ones_own_page_is_nobody_elses(client, rows, who):
    """Not even the office’s: it has pages of its own."""
    sign_in(client, who)

    seen = client.get(reverse("registry:my-group-page", args=[7])).status_code
    sent = client.post(reverse("registry:my-group-right", args=[7])).status_code

    rows["group"].refresh_from_db()
    assert {seen, sent} == ({302} if who == NOBODY else {404})
    assert rows["group"].verified_on is None


def test_an_office_page_is_shown_to_those_who_may_see_it(client, rows, who):
    sign_in(client, who)

    wrong = {}
    for name, (seen, *_others) in OFFICE.items():
        answer = client.get(address(name, rows))
        if seen is None:
            is_right = answer.status_code == 405
        elif may(who, seen):
            fits = {404} if name in NOT_THERE else {200, 302}
            is_right = answer.status_code in fits
            is_right &= name in NOT_THERE or "no-store" in answer["Cache-Control"]
        else:
            is_right = is_shut_out(who, answer)
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}


def test_what_is_sent_by_those_who_may_not_is_refused_and_changes_nothing(
    client, rows, who
):
    sign_in(client, who)
    before = counts()

    wrong = {}
    for name, (_seen, taken, *_about) in OFFICE.items():
        if taken and may(who, taken):
            continue
        answer = client.post(address(name, rows))
        is_right = is_shut_out(who, answer) if taken else answer.status_code == 405
        if not is_right:
            wrong[name] = answer.status_code

    assert wrong == {}
    assert counts() == before


def test_what_is_not_there_is_not_found(client, rows, sam):
    client.force_login(sam)

    wrong = {}
    for name, (seen, _taken, *about) in OFFICE.items():
        if about:
            send = client.get if seen else client.post
            status = send(address(name, rows, known=False)).status_code
            if status != 404:
                wrong[name] = status

    assert wrong == {}


def test_an_empty_or_broken_form_is_no_server_error(client, rows, sam):
    client.force_login(sam)
    hostile = dict.fromkeys(("on", "until", "into", "finding", "person"), "9" * 5000)

    wrong = {}
    for name, (_seen, taken, *_about) in OFFICE.items():
        for form in ({}, hostile) if taken else ():
            status = client.post(address(name, rows), form).status_code
            if status not in {200, 302, 303, 400, 404, 409, 422}:
                wrong[name] = status

    assert wrong == {}


def test_the_rights_of_a_representative_end_with_the_last_day(client, rows):
    serving = rows["representative"]
    user = UserFactory(person=serving.person)
    client.force_login(user)
    page = reverse("registry:my-group-page", args=[7])

    before = client.get(page).status_code
    serving.ends_on = date(2026, 6, 1)
    serving.save()

    assert (before, client.get(page).status_code) == (200, 404)
