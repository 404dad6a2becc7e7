"""The flyer: one page whatever has to stand on it, the same bytes for the same data."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse

from intergroup.kit import pdf
from service.models import Policy
from service.reports.flyer import (
    LARGE,
    MOST,
    STEPS,
    flyer_html,
    flyer_pdf,
    print_flyer,
    shortened,
)
from service.reports.opportunities import Opportunities, Opportunity
from tests.factories import BodyFactory, PositionFactory, UserFactory

FLYER = reverse("service:opportunities-pdf")
ADDRESS = "https://ha.example/service/open-positions/"
LONG = (
    "Carries the conscience of our groups to the world service conference, and brings "
    "back what was decided there. Listens to the groups before. Reports after. "
) * 4
JANUARY_2027 = date(2027, 1, 1)
CHAIR = Opportunity(
    pk=1,
    position="Chair",
    committee="",
    duties="Leads the meeting. Decides nothing alone. Listens.",
    seats=1,
    open_from=None,
    is_interim=False,
    term="2 years",
    rotation="2 years, from January of odd years",
    sobriety="3 years suggested",
    who_may_hold="Any member",
    elected="Elected at the business meeting on Feb. 8, 2026.",
    mailbox="chair@ha.example",
)


def report(*now, soon=(), invitation="Come and ask."):
    return Opportunities(
        on=date(2026, 2, 1),
        until=date(2026, 5, 2),
        invitation=invitation,
        mailbox="area@ha.example",
        next_meeting=date(2026, 2, 8),
        now=tuple(now),
        soon=tuple(soon),
    )


def many(count, **fields):
    return [replace(CHAIR, pk=pk, **fields) for pk in range(count)]


def html(shown, step=STEPS[0], address="", **options):
    found = flyer_html(shown, step, address=address, **options)
    return " ".join(found.split())


@pytest.fixture(autouse=True)
def body(db):
    return BodyFactory(email="area@ha.example")


def test_flyer_says_what_is_open_and_what_is_suggested():
    page = html(report(CHAIR))

    assert "<h3>Chair</h3>" in page
    assert "Leads the meeting. Decides nothing alone. Listens." in page
    assert "Term: 2 years · Sobriety: 3 years suggested" in page
    assert "Who may serve: Any member." in page
    assert "chair@ha.example" in page
    assert "Updated on Feb. 1, 2026" in page
    assert "Come to our next business meeting on Feb. 8, 2026, and ask." in page


def test_when_is_elected_is_said_once_of_all_that_are_elected_then():
    other = replace(CHAIR, position="Web", elected="Elected in April.")

    alike, apart = html(report(*many(3))), html(report(CHAIR, other))

    assert alike.count("Elected at the business meeting on Feb. 8, 2026.") == 1
    assert apart.count("Elected at the business meeting on Feb. 8, 2026.") == 1
    assert "Open now</h2>" in apart


def test_what_opens_soon_says_from_when():
    soon = replace(CHAIR, open_from=JANUARY_2027, seats=2)

    page = html(report(soon=[soon]))

    assert "Chair <span>2 seats</span> <span>from Jan. 1, 2027</span>" in page
    assert "Open now" not in page


@pytest.mark.parametrize("paper", ["letter", "A4"])
@pytest.mark.parametrize(
    "shown",
    [
        report(),
        report(CHAIR),
        report(*many(8), soon=many(3, open_from=JANUARY_2027)),
        report(*many(20, duties=LONG)),
        report(*many(20, duties="x" * 3000, position="W" * 80, who_may_hold="y" * 200)),
        report(CHAIR, invitation=LONG * 9),
    ],
    ids=["none", "one", "some", "20 long", "20 hostile", "many words"],
)
def test_flyer_is_one_page(body, paper, shown):
    body.paper = paper
    body.save()

    assert print_flyer(shown, address=ADDRESS).pages == 1


def test_twenty_positions_with_long_duties_keep_a_sentence_of_each():
    found = print_flyer(report(*many(20, duties=LONG)), address=ADDRESS)

    assert found.pages == 1
    smaller = [step for step in STEPS if step.sentences == 1]
    one = flyer_html(report(*many(20, duties=LONG)), smaller[-1], address=ADDRESS)
    assert pdf.printed(one).pages == 1


def test_positions_for_which_there_is_no_room_at_all_are_counted():
    shown = report(*many(MOST + 70, position="Very long name of a position " * 2))

    assert print_flyer(shown, address=ADDRESS).pages == 1
    assert "And 70 more positions." in html(shown, STEPS[-1], left_out=70)
    assert "And one more position." in html(shown, STEPS[-1], left_out=1)


def test_same_data_gives_the_same_bytes():
    shown = report(*many(5))

    once, again = (flyer_pdf(shown, address=ADDRESS) for _each in range(2))

    assert once.startswith(b"%PDF-")
    assert once == again


def test_large_print_is_as_long_as_it_has_to_be():
    page = pdf.printed(flyer_html(report(*many(20)), LARGE, address=""))

    assert page.pages > 1


def test_code_leads_to_the_page_where_there_is_one():
    shown = report(CHAIR)

    assert "data:image/svg+xml" in html(shown, address=ADDRESS)
    assert "ha.example/service/open-positions</b>" in html(shown, address=ADDRESS)
    assert "data:image/svg+xml" not in html(shown)


@pytest.mark.parametrize(
    ("sentences", "kept"),
    [
        (None, "One is here. Two (or more)! Three? “Four.” Five"),
        (3, "One is here. Two (or more)! Three?"),
        (1, "One is here."),
        (0, ""),
        (9, "One is here. Two (or more)! Three? “Four.” Five"),
    ],
)
def test_duties_end_at_a_sentence(sentences, kept):
    text = "One is here.\nTwo (or more)!  Three? “Four.” Five"

    assert shortened(text, sentences) == kept


def test_short_forms_do_not_end_a_sentence():
    assert shortened("Tells A.A. and H.A. groups. More.", 1) == (
        "Tells A.A. and H.A. groups."
    )


def test_a_sentence_without_an_end_is_cut_between_two_words():
    cut = shortened("word " * 100, 1)

    assert cut.endswith("word …")
    assert len(cut) < 250


def test_the_office_and_every_role_that_sees_positions_has_the_flyer(client, gail):
    PositionFactory(name="Web servant")
    client.force_login(gail)

    answer = client.get(FLYER)

    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert 'filename="open-positions-20' in answer["Content-Disposition"]


def test_flyer_in_large_print_has_a_name_of_its_own(client, gail):
    client.force_login(gail)

    answer = client.get(FLYER, {"print": "large"})

    assert '-large.pdf"' in answer["Content-Disposition"]


def test_nobody_else_has_the_flyer(client):
    client.force_login(UserFactory())

    assert client.get(FLYER).status_code == 403
    client.logout()
    assert client.get(FLYER).status_code == 302


def pictures(data):
    """How many pictures a reader of a PDF is told of."""
    with pikepdf.open(BytesIO(data)) as made:
        parts = [each for each in made.objects if isinstance(each, pikepdf.Dictionary)]
        return sum(each.get("/S") == "/Figure" for each in parts)


@pytest.mark.parametrize(
    ("site", "is_public", "codes"),
    [
        ("https://ha.example", True, 1),
        ("https://ha.example", False, 0),
        ("", True, 0),
    ],
)
def test_flyer_has_a_code_only_of_a_page_that_everybody_can_open(
    client, gail, settings, site, is_public, codes
):
    settings.SITE_URL = site
    Policy(pk=1, is_public=is_public).save()
    client.force_login(gail)

    assert pictures(client.get(FLYER).content) == codes
