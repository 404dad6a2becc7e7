"""The pages of a hand-over, as each person meets them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import once
from service.actions.handing_on import STAYS, Step, give, step_of, take
from service.models import HandoverItem
from tests.factories import PositionFactory, TermFactory
from tests.service.handing_on.world import handover, read

MINE = reverse("service:my-position")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def made(tess, gail, today):
    """Tess leaves in ten days, and Gail follows."""
    return handover(tess.person, gail.person, ends_on=today + timedelta(days=10))


def page(made):
    return reverse("service:handover", args=[made.pk])


def step(name, made, **about):
    item = about.get("item") or made.items.get()
    return reverse(f"service:handover-{name}", args=[made.pk, item.pk])


def html(client, user, address):
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_tess_is_asked_to_give_and_gail_to_receive(client, tess, gail, made):
    of_tess, of_gail = html(client, tess, page(made)), html(client, gail, page(made))

    assert "I have handed it on" in of_tess
    assert "There is none" in of_tess
    assert "still with you" in of_tess
    assert "I have it already" in of_gail
    assert "still with Tess D." in of_gail
    assert "I have handed it on" not in of_gail
    assert "Write a note" not in of_gail


def test_the_chair_may_say_it_for_either(client, tess, cal, made, today):
    before = html(client, cal, page(made))
    give(made.items.get(), by=tess, on=today)

    after = html(client, cal, page(made))

    assert "It is handed on" in before
    assert "It is received" in after


def test_tess_hands_on_and_comes_back_to_where_she_was(client, tess, made, today):
    client.force_login(tess)

    answer = client.post(step("give", made))
    again = client.post(step("undo", made), {"step": "given", "back": "mine"})

    item = made.items.get()
    assert answer["Location"] == f"{page(made)}#thing-{item.pk}"
    assert again["Location"] == f"{MINE}#thing-{item.pk}"
    assert step_of(item) is None


def test_gail_receives_on_her_own_page(client, gail, made, today):
    client.force_login(gail)

    client.post(step("take", made), {"back": "mine"})

    item = made.items.get()
    assert (item.taken_on, item.taken_by) == (today, gail)
    assert "Written down: “Keys” is received." in client.get(MINE).content.decode()


def test_a_double_click_is_written_once(client, tess, made):
    client.force_login(tess)
    sent = {once.NAME: once.token()}

    told = client.post(step("give", made), sent)
    again = client.post(step("give", made), sent, follow=True).content.decode()

    assert told.status_code == 302
    assert "This was recorded already" in again
    assert step_of(made.items.get()) is Step.GIVEN


@pytest.mark.parametrize("sent", [{}, {"step": "lost"}])
def test_a_step_that_does_not_exist_is_not_taken_back(client, tess, made, sent):
    client.force_login(tess)

    assert client.post(step("undo", made), sent).status_code == 404


def test_what_gail_received_meanwhile_tess_does_not_take_back(
    client, tess, gail, made, today
):
    item = give(made.items.get(), by=tess, on=today)
    take(item, by=gail, on=today)
    client.force_login(tess)

    answer = client.post(step("undo", made), {"step": "given"}, follow=True)

    assert "Somebody has changed this meanwhile" in answer.content.decode()
    assert step_of(read(item)) is Step.TAKEN


def test_a_note_is_kept_and_shown_to_gail(client, tess, gail, made):
    item = made.items.get()
    client.force_login(tess)

    client.post(step("notes", made), {f"{item.pk}-notes": "In the drawer."})

    assert "In the drawer." in html(client, gail, page(made))


def test_a_password_comes_back_beside_its_box_and_is_not_kept(client, tess, made):
    item = made.items.get()
    client.force_login(tess)

    answer = client.post(step("notes", made), {f"{item.pk}-notes": "Password: tr0ub"})

    shown = answer.content.decode()
    assert "This looks like a password" in shown
    assert "Password: tr0ub</textarea>" in shown
    assert "<title>Error:" in shown
    assert read(item).notes == ""


def test_something_else_is_added_to_the_list(client, gail, made):
    client.force_login(gail)

    client.post(
        reverse("service:handover-add", args=[made.pk]), {"title": "Raffle drum"}
    )

    assert made.items.filter(title="Raffle drum").exists()


@pytest.mark.parametrize(
    ("title", "sentence"),
    [("keys", "This is on the list already."), ("", "This field is required.")],
)
def test_what_cannot_be_added_comes_back(client, tess, made, title, sentence):
    client.force_login(tess)
    sent = {"title": title, "how": "Typed already"}

    answer = client.post(reverse("service:handover-add", args=[made.pk]), sent)

    assert sentence in answer.content.decode()
    assert "Typed already</textarea>" in answer.content.decode()
    assert made.items.count() == 1


def test_an_empty_list_is_filled_with_one_button(client, tess, today):
    made = handover(tess.person, ends_on=today, titles=())
    fill = reverse("service:handover-fill", args=[made.pk])
    before = html(client, tess, page(made))

    client.post(fill)

    assert "Put the usual points on the list" in before
    assert made.items.count() == 6
    assert "Bank mandate and signatories" in html(client, tess, page(made))


def test_the_page_stays_tess_s_after_her_last_day_until_it_is_done(
    client, tess, gail, today
):
    made = handover(tess.person, gail.person, ends_on=today - timedelta(days=20))
    item = give(made.items.get(), by=tess, on=today)
    open_still = html(client, tess, page(made))

    take(item, by=gail, on=today)

    assert "given, not yet received" in open_still
    assert client.get(page(made)).status_code == 403
    assert "Everything is handed on. Thank you both." in html(client, gail, page(made))


def test_whose_last_word_ends_it_is_led_to_their_own_page(client, tess, gail, today):
    made = handover(tess.person, gail.person, ends_on=today - timedelta(days=20))
    client.force_login(tess)

    answer = client.post(step("leave-out", made), follow=True)

    assert answer.redirect_chain[0][0].startswith(MINE)
    assert "Written down: of “Keys” there is none." in answer.content.decode()


def test_after_half_a_year_the_page_is_the_offices(client, tess, cal, today):
    made = handover(tess.person, ends_on=today - STAYS)
    client.force_login(tess)

    assert client.get(page(made)).status_code == 403
    assert "still with Tess D." in html(client, cal, page(made))


def test_my_position_tells_everything_about_it(client, tess, gail, made, today):
    shown = html(client, tess, MINE)

    assert "Treasurer" in shown
    assert "To hand on to Gail D." in shown
    assert "I have handed it on" in shown
    assert "Serves next" in shown
    assert page(made) in shown
    assert f"{page(made)}packet.pdf" in shown
    assert "Handed on to you by Tess D." in html(client, gail, MINE)


def test_who_serves_in_nothing_reads_a_kind_sentence(client, rae, ada):
    assert "You serve in no position today." in html(client, rae, MINE)
    assert "Nobody has written down yet who signs in here" in html(client, ada, MINE)


def test_my_position_is_about_nobody_else(client, tess, rae, made):
    shown = html(client, rae, MINE)

    assert "Treasurer" not in shown
    assert "Tess" not in shown


def test_names_of_eighty_letters_have_room(client, tess, today):
    name = "Coordinator of the literature table and of the lending library of the area"
    position = PositionFactory(name=name.ljust(80, "a"))
    made = handover(tess.person, position=position, ends_on=today)

    assert position.name in html(client, tess, MINE)
    assert position.name in html(client, tess, page(made))


def test_hostile_texts_are_shown_as_they_are(client, tess, made):
    HandoverItem.objects.update(title="<b>Keys</b>", how="<script>", notes="<i>")
    TermFactory(position=PositionFactory(name="<u>Web</u>"), person=tess.person)

    for address in (MINE, page(made)):
        shown = html(client, tess, address)
        assert "<b>Keys" not in shown
        assert "&lt;b&gt;Keys&lt;/b&gt;" in shown
    assert "&lt;u&gt;Web&lt;/u&gt;" in html(client, tess, MINE)


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_takes_as_many_queries_for_three_things_as_for_one(
    client, django_assert_max_num_queries, tess, cal, today, count
):
    titles = [f"Thing {n}" for n in range(count)]
    made = handover(tess.person, ends_on=today, titles=titles)
    for item in made.items.all():
        give(item, by=cal, on=today)
    client.force_login(tess)

    with django_assert_max_num_queries(14):
        client.get(page(made))
