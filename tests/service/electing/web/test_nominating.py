"""Nominations by the screen: who is chosen, what they answered, what the chair said."""

from datetime import date

import pytest

from service.models import Nomination
from tests.factories import (
    GroupFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
)
from tests.service.electing.area import ballot, election_of, stands
from tests.service.electing.web.table import address, look, said, send, words

Answer = Nomination.Answer


def options(page):
    """The names of the list of people, each with the part it stands in."""
    (_nothing, _), *parts = page.context["nominate"].fields["person"].widget.choices
    return {part: [label for _pk, label in inside] for part, inside in parts}


def test_those_who_serve_today_come_first_and_say_as_what(as_cal, cal):
    election = election_of("Ann")
    TermFactory(
        position=PositionFactory(name="Secretary"),
        person=PersonFactory(first_name="Sue"),
    )
    group = GroupFactory(number=12, name="Hope")
    RepresentativeFactory(group=group, person=PersonFactory(first_name="Gil"))
    PersonFactory(first_name="Zed")

    page = as_cal.get(address("", election))

    assert options(page) == {
        "Serve today": [f"Gil D. – {group}", "Sue D. – Secretary"],
        "Everybody else": ["Cal D.", "Zed D."],
    }


def test_neither_the_forgotten_nor_the_nominated_can_be_nominated(as_cal):
    election = election_of("Ann")
    PersonFactory(first_name="Gone", forgotten_on=date(2026, 1, 1))

    page = as_cal.get(address("", election))

    assert options(page) == {"Everybody else": ["Cal D."]}


def test_somebody_nominated_is_asked_first_where_the_button_says_so(as_cal):
    election, person = election_of(), PersonFactory(first_name="Ann")

    send(as_cal, "nominate", election, person=person.pk, answer="asked")

    assert stands(election, "Ann").answer == Answer.ASKED
    assert "Nobody has said yet that they stand." in look(as_cal, election)


@pytest.mark.parametrize("answer", ["accepted", "declined"])
def test_an_answer_is_written_down_and_can_be_changed(as_cal, answer):
    election = election_of("Ann")

    send(as_cal, "answer", election, stands(election, "Ann").pk, answer=answer)

    assert stands(election, "Ann").answer == answer


@pytest.mark.parametrize("answer", ["", "asked", "maybe"])
def test_what_is_no_answer_changes_nothing(as_cal, answer):
    election = election_of("Ann")

    got = send(as_cal, "answer", election, stands(election, "Ann").pk, answer=answer)

    assert (got.status_code, stands(election, "Ann").answer) == (302, Answer.ACCEPTED)


@pytest.mark.parametrize(("eligible", "kept"), [("yes", True), ("no", False)])
def test_what_the_chair_says_is_a_yes_or_no(as_cal, cal, eligible, kept):
    election = election_of("Ann")

    ann = stands(election, "Ann").pk
    send(as_cal, "attest", election, ann, eligible=eligible)

    ann = stands(election, "Ann")
    assert (ann.is_eligible, ann.attested_by) == (kept, cal)
    send(as_cal, "attest", election, ann.pk, eligible="")
    assert stands(election, "Ann").is_eligible is None


def test_what_a_position_suggests_stands_beside_the_question(as_cal):
    position = PositionFactory(sobriety_months=24, who_may_hold="Any member")

    page = look(as_cal, election_of("Ann", position=position))

    assert "suggests: Any member; 2 years of continuous sobriety." in page
    assert "Meets what is suggested: not yet said" in page


def test_where_nothing_is_suggested_nothing_is_asked(as_cal):
    assert "what is suggested" not in look(as_cal, election_of("Ann"))


def test_nobody_is_nominated_by_a_number_that_is_nobodys(as_cal):
    election = election_of()

    for sent in ("", "999999", "9" * 30, "Ann", "-1"):
        answer = send(as_cal, "nominate", election, person=sent)
        assert answer.status_code == 400
        assert "Nobody was nominated yet." in words(answer)

    assert not Nomination.objects.exists()


def test_somebody_nominated_twice_is_nominated_once(as_cal):
    election = election_of("Ann")

    ann = stands(election, "Ann").person
    answer = send(as_cal, "nominate", election, person=ann.pk)

    assert answer.status_code == 400
    assert election.nominations.count() == 1


def test_one_person_one_vote_one_office_is_said_and_does_not_forbid(as_cal):
    election, person = election_of(), PersonFactory(first_name="Ann")
    position = PositionFactory(name="Secretary")
    TermFactory(position=position, person=person, ends_on=date(2028, 1, 1))

    answer = send(as_cal, "nominate", election, person=person.pk, answer="accepted")

    told = "Ann D. also serves in these days: Secretary. One person, one office."
    assert said(answer)[-1] == told
    assert stands(election, "Ann").answer == Answer.ACCEPTED


def served_a_term(*, is_binding):
    """Ann, who serves as Treasurer until the new term begins, and one term is all."""
    position = PositionFactory(
        name="Treasurer",
        term_months=24,
        most_terms=1,
        months_off=24,
        is_rotation_binding=is_binding,
    )
    ann = PersonFactory(first_name="Ann")
    days = {"began_on": date(2025, 1, 1), "ends_on": date(2027, 1, 1)}
    TermFactory(position=position, person=ann, **days)
    return election_of(position=position), ann


def test_terms_in_a_row_warn_where_the_custom_only_suggests(as_cal):
    election, ann = served_a_term(is_binding=False)

    answer = send(as_cal, "nominate", election, person=ann.pk, answer="accepted")

    assert said(answer)[-1] == (
        "Ann D. has served one term, and the custom is no more than 1 in a row: again "
        "from Jan. 1, 2029. This is suggested, and bars nobody."
    )
    assert stands(election, "Ann")


def test_terms_in_a_row_bar_where_they_are_bylaws(as_cal):
    election, ann = served_a_term(is_binding=True)

    answer = send(as_cal, "nominate", election, person=ann.pk, answer="accepted")

    barred, why = answer.context["nominate"].errors["person"]
    assert barred == "The bylaws of this body bar Ann D. from this term."
    assert why.endswith("from Jan. 1, 2029. The bylaws bar Ann D. until then.")
    assert not election.nominations.exists()


def test_nobody_is_nominated_once_voting_has_begun(as_cal):
    election, person = election_of("Ann", "Bob"), PersonFactory()
    ballot(election, Ann=10, Bob=10)

    answer = send(as_cal, "nominate", election, person=person.pk, answer="accepted")

    assert said(answer) == ["Voting has begun, so that nominations are closed."]
    assert election.nominations.count() == 2


def test_withdrawing_is_asked_about_first(as_cal):
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=10, Bob=10, Cy=10)
    leaving = address("withdraw", election, stands(election, "Cy").pk)

    page = words(as_cal.get(leaving))
    as_cal.post(leaving)

    assert "Cy D. withdraws" in page
    assert stands(election, "Cy").withdrew_after == 1
    assert "Ballot 2, among Ann D. and Bob D." in look(as_cal, election)


def test_who_stands_no_more_cannot_withdraw(as_cal):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)

    answer = send(as_cal, "withdraw", election, stands(election, "Bob").pk)

    assert said(answer) == ["Bob D. does not stand in this election now."]


def test_who_has_not_answered_is_told_of_before_the_ballot(as_cal):
    election, person = election_of("Ann", "Bob"), PersonFactory(first_name="Cy")
    send(as_cal, "nominate", election, person=person.pk, answer="asked")

    page = look(as_cal, election, count=True)

    assert "Cy D. has not said yet, and is not on this ballot." in page


def test_forty_can_be_nominated(as_cal):
    names = [f"Name{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    election = election_of(*names)

    page = as_cal.get(address("", election), {"count": ""})

    assert page.content.decode().count('name="in_room-') == 40
