"""The answers of the groups on the web: by the link, by the office, and on paper."""

from datetime import date

from django.urls import reverse

from intergroup.business.actions.motions import Said, answer_by_link
from intergroup.business.models import GroupBallot
from intergroup.business.reports.ballot_sheets import sheet_of, sheets_html
from intergroup.kit import pdf
from tests.business.motions.asking import DUE, IN_TIME, TOO_LATE, links


def test_opening_the_link_writes_nothing_and_the_button_answers(
    client, out, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: IN_TIME)
    (token,) = links(out)["hope@example.org"]
    page = reverse("business:group-ballot", args=[token])

    seen = client.get(page).content.decode()
    assert "That we do." in seen
    assert not GroupBallot.objects.answered().exists()
    sent = client.post(page, {"answer": "against", "members_for": "2"})

    assert sent.url == reverse("business:ballot-sent")
    ballot = GroupBallot.objects.answered().get()
    assert (ballot.answer, ballot.members_for, ballot.way) == ("against", 2, "link")
    assert client.get(page).status_code == 404


def test_wrong_used_and_ended_links_are_answered_alike(client, out, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: IN_TIME)
    tokens = links(out)
    (used,), (ended,) = tokens["hope@example.org"], tokens["grace@example.org"]
    answer_by_link(used, Said("for", way="link"), on=DUE)
    GroupBallot.objects.filter(group__number=8).update(
        sent_on=date(2026, 1, 1), expires_on=date(2026, 1, 2)
    )

    pages = {
        client.get(reverse("business:group-ballot", args=[each])).content
        for each in (used, ended, "nothing")
    }

    assert len(pages) == 1


def test_the_office_enters_all_groups_on_one_page(as_sam, out):
    page = reverse("business:motion-ballots", args=[out.pk])
    hope, grace = out.ballots.all()
    boxes = {f"answer-{hope.pk}": "F", f"answer-{grace.pk}": "no"}

    as_sam.post(page, {"came_on": str(DUE), "way": "paper", **boxes})

    told = GroupBallot.objects.values_list("answer", "way", "answered_on")
    assert list(told) == [("for", "paper", DUE), ("against", "paper", DUE)]


def test_what_cannot_be_read_is_named_and_nothing_is_lost(as_sam, out):
    page = reverse("business:motion-ballots", args=[out.pk])
    hope, grace = out.ballots.all()
    boxes = {f"answer-{hope.pk}": "f", f"answer-{grace.pk}": "maybe"}

    answer = as_sam.post(page, {"came_on": str(DUE), "way": "paper", **boxes})

    assert answer.status_code == 400
    assert 'value="maybe"' in answer.content.decode()
    assert not GroupBallot.objects.answered().exists()


def test_late_answers_are_refused_on_the_page_too(as_sam, out):
    page = reverse("business:motion-ballots", args=[out.pk])
    (hope, _grace) = out.ballots.all()

    late = {"came_on": str(TOO_LATE), "way": "paper", f"answer-{hope.pk}": "f"}
    answer = as_sam.post(page, late)

    assert "what came later is not counted" in answer.content.decode()


def test_the_sheets_are_a_page_each(as_sam, out):
    both = as_sam.get(reverse("business:ballot-sheets", args=[out.pk]))
    one = as_sam.get(
        reverse("business:ballot-sheet", args=[out.pk, out.ballots.first().pk])
    )

    assert both.content.startswith(b"%PDF-")
    assert one.content.startswith(b"%PDF-")
    rows = out.ballots.select_related("group", "motion")
    html = sheets_html([sheet_of(each) for each in rows])
    assert pdf.printed(html, is_tagged=False).pages == 2
