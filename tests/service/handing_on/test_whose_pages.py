"""Every address of the hand-overs opens, and takes, for exactly those it is for."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from service.models import HandoverItem
from service.views.handover.urls import urlpatterns
from tests.factories import PersonFactory, PositionFactory
from tests.rights import NOBODY, PEOPLE, is_shut_out, may, sign_in
from tests.service.handing_on.world import handover

# By the name of each address: whether it is seen, and whether something is sent there.
SEEN = {"handover", "handover-packet"}
SENT = {
    "handover-add",
    "handover-fill",
    "handover-give",
    "handover-leave-out",
    "handover-notes",
    "handover-take",
    "handover-undo",
}
OF_A_LIST = {"handover", "handover-packet", "handover-add", "handover-fill"}


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


@pytest.fixture
def made(db):
    """A hand-over between two people who are not the one that looks."""
    ends_on = timezone.localdate() + timedelta(days=5)
    return handover(PersonFactory(), PersonFactory(), ends_on=ends_on)


def keeps(who):
    return may(who, "service", ["change_handover"])


def address(name, made, *, known=True):
    ids = [made.pk] if name in OF_A_LIST else [made.pk, made.items.first().pk]
    return reverse(f"service:{name}", args=ids if known else [999_999, *ids[1:]])


def state():
    fields = ("given_on", "taken_on", "is_left_out", "notes", "title")
    return list(HandoverItem.objects.values_list(*fields))


def test_every_address_is_told_of():
    assert {each.name for each in urlpatterns} == {"my-position"} | SEEN | SENT


def test_a_list_is_seen_by_those_who_keep_them_and_by_no_cache(client, made, who):
    sign_in(client, who)

    for name in SEEN:
        answer = client.get(address(name, made))
        if keeps(who):
            assert answer.status_code == 200
            assert "no-store" in answer["Cache-Control"]
        else:
            assert is_shut_out(who, answer), name


def test_nothing_is_written_by_anybody_else(client, made, who):
    sign_in(client, who)
    before = state()

    for name in SENT:
        answer = client.post(address(name, made), {"step": "given", "title": "Mine"})
        assert keeps(who) or is_shut_out(who, answer), name

    assert (state() == before) is not keeps(who)


def test_what_is_sent_is_not_seen_and_what_is_seen_takes_nothing(client, made, who):
    sign_in(client, who)

    assert {client.get(address(name, made)).status_code for name in SENT} == {405}
    assert {client.post(address(name, made)).status_code for name in SEEN} == {405}


def test_a_list_that_is_not_there_is_not_found(client, made, who):
    sign_in(client, who)
    expected = 302 if who == NOBODY else 404

    for name in SEEN | SENT:
        ask = client.get if name in SEEN else client.post
        assert ask(address(name, made, known=False)).status_code == expected, name


def test_a_thing_of_another_list_is_not_found(client, made, cal):
    other = handover(PersonFactory(), position=PositionFactory(name="Events"))
    client.force_login(cal)

    ids = [made.pk, other.items.get().pk]

    assert client.post(reverse("service:handover-give", args=ids)).status_code == 404


def test_my_position_is_everybody_s_who_signs_in(client, made, who):
    sign_in(client, who)

    answer = client.get(reverse("service:my-position"))

    assert is_shut_out(who, answer) if who == NOBODY else answer.status_code == 200
    assert client.post(reverse("service:my-position")).status_code == 405
