"""A whole election by the screens, from the first name to the term."""

from datetime import date

from django.urls import reverse

from service.models import Ballot, Election, Term
from service.voting import draw
from tests.factories import BusinessMeetingFactory, PersonFactory, PositionFactory
from tests.service.electing.area import fates, method, stands
from tests.service.electing.web.table import (
    address,
    count,
    look,
    motion,
    said,
    send,
)

HELD_ON = date(2126, 10, 11)
SEED = "7 12 30 4"


def opened(client):
    """An election of a Treasurer at a meeting ahead, opened by the form."""
    position = PositionFactory(name="Treasurer", sobriety_months=24)
    meeting = BusinessMeetingFactory(held_on=HELD_ON)
    typed = {
        "method": method().pk,
        "seats": 1,
        "meeting": meeting.pk,
        "begins_on": "2127-01-01",
        "ends_on": "2129-01-01",
    }
    client.post(reverse("service:election-open-for", args=[position.pk]), typed)
    return Election.objects.get()


def nominate(client, election, *names):
    for name in names:
        person = PersonFactory(first_name=name)
        send(client, "nominate", election, person=person.pk, answer="accepted")


def four_ballots(client, election):
    """Four ballots that withdraw Di by one-fifth and Cy by one-third."""
    count(client, election, Ann=16, Bob=15, Cy=10, Di=9)
    count(client, election, 2, Ann=16, Bob=15, Cy=10, Di=9)
    count(client, election, 3, Ann=18, Bob=17, Cy=15)
    count(client, election, 4, Ann=26, Bob=24)


def test_third_legacy_goes_by_the_screens_to_the_hat_and_makes_the_term(as_cal, cal):
    election = opened(as_cal)
    nominate(as_cal, election, "Ann", "Bob", "Cy", "Di")
    four_ballots(as_cal, election)
    motion(as_cal, election, 20, 20)
    send(as_cal, "announce", election, seed=f"  {SEED} ")
    send(as_cal, "draw", election, election.draws.get().pk)
    first, _second = draw(SEED, ["Ann", "Bob"])
    answer = send(as_cal, "finish", election, elected=stands(election, first).pk)

    term = Term.objects.get()
    assert answer["Location"] == address("", election)
    assert (term.person.first_name, term.election, term.recorded_by) == (
        *(first, election),
        cal,
    )
    assert (term.began_on, term.ends_on) == (date(2127, 1, 1), date(2129, 1, 1))
    assert term.elected_at.held_on == HELD_ON


def test_the_page_says_what_happened_in_words_and_in_order(as_cal):
    election = opened(as_cal)
    nominate(as_cal, election, "Ann", "Bob", "Cy", "Di")
    four_ballots(as_cal, election)
    motion(as_cal, election, 20, 21)

    page = look(as_cal, election)

    told = [
        "The hat, with the names of Ann D. and Bob D. in it.",
        "Di D. has 9 of 50 votes and stays: nobody is withdrawn after the first",
        "Cy D. has 10 of 50 votes, exactly one-fifth, and stays.",
        "Di D. has 9 of 50 votes, less than one-fifth, and is withdrawn.",
        "Cy D. has 15 of 50 votes, less than one-third, and is withdrawn.",
        "Bob D. has 24 of 50 votes, the second most, and stays: the top two",
        "The motion for a fifth and last ballot was defeated: 20 for, 21 against.",
    ]
    places = [page.rfind(each) for each in told]
    assert -1 not in places
    assert places == sorted(places)


def test_each_step_is_next_on_the_page(as_cal):
    election = opened(as_cal)
    steps = [look(as_cal, election)]
    nominate(as_cal, election, "Ann", "Bob", "Cy", "Di")
    steps.append(look(as_cal, election))
    steps.append(look(as_cal, election, count=True))
    four_ballots(as_cal, election)
    steps.append(look(as_cal, election))

    told = [
        "Next Nobody was nominated yet.",
        "Next Nominations are open. So far Ann D., Bob D., Cy D. and Di D. stand.",
        "Next Ballot 1, among Ann D., Bob D., Cy D. and Di D.: each voter writes one",
        "The chair asks for a motion, a second and a simple majority of hands",
    ]
    assert [one for one, step in zip(told, steps, strict=True) if one not in step] == []


def test_what_was_counted_last_is_there_to_be_read_aloud(as_cal):
    election = opened(as_cal)
    nominate(as_cal, election, "Ann", "Bob")
    count(as_cal, election, Ann=19, Bob=11)

    page = look(as_cal, election)

    assert "Ballot 1, to be read aloud stays Ann D. has 19 of 30 votes" in page
    assert page.index("read aloud") < page.index("Ballot 2, among Ann D. and Bob D.")


def test_a_fifth_ballot_elects_by_two_thirds(as_cal):
    election = opened(as_cal)
    nominate(as_cal, election, "Ann", "Bob", "Cy", "Di")
    four_ballots(as_cal, election)
    motion(as_cal, election, 21, 20)

    count(as_cal, election, 5, Ann=16, Bob=8)

    page = look(as_cal, election)
    assert "Ann D. has 16 of 24 votes, exactly two-thirds, and is elected." in page
    assert "Ann D. accepts: make the term" in page
    assert Ballot.objects.count() == 5


def test_an_election_that_is_over_says_until_when_they_serve(as_cal):
    election = opened(as_cal)
    nominate(as_cal, election, "Ann", "Bob")
    count(as_cal, election, Ann=20, Bob=10)
    send(as_cal, "finish", election, elected=stands(election, "Ann").pk)

    page = look(as_cal, election)

    assert "Ann D. serves from Jan. 1, 2127 until Dec. 31, 2128." in page
    assert fates(election) == {"Ann": "elected", "Bob": "not-elected"}


def test_what_was_done_is_said(as_cal):
    election = opened(as_cal)
    person = PersonFactory(first_name="Ann")

    answer = send(as_cal, "nominate", election, person=person.pk, answer="accepted")

    assert said(answer)[-1] == "Ann D. is nominated, and stands."
