"""Bills on their way, with a photo of each paper."""

import io
from collections.abc import Mapping

from PIL import Image, ImageDraw

from intergroup.demo.actions.chart import Chart
from intergroup.demo.agreed import Asked, asked
from intergroup.demo.story import Story
from intergroup.kit.money import in_words
from intergroup.registry.models import User
from service.models import Committee, Position
from treasury.actions.bills import approve_bill, request_bill
from treasury.actions.vouchers import Paper
from treasury.models import Bill

SIZE = (420, 560)


def load_bills(story: Story, chart: Chart, users: Mapping[str, User]) -> None:
    """Ask for each bill, and let those approve it who have."""
    for each in asked(story):
        bill = _bill(each, chart)
        papers = [photo_of(each)] if each.paper else []
        request_bill(bill, papers=papers, requested_by=users["treasurer"])
        for mailbox in each.approved_by:
            approve_bill(bill, today=story.today, approved_by=users[mailbox])


def photo_of(each: Asked) -> Paper:
    """Return a picture of a paper bill: who asks, for what, and how much."""
    picture = Image.new("RGB", SIZE, "#f7f5ee")
    draw = ImageDraw.Draw(picture)
    told = (each.payee, each.purpose, in_words(each.amount, "USD"), str(each.asked_on))
    for line, text in enumerate(told):
        draw.text((36, 60 + 70 * line), text, fill="#222222", font_size=24)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return Paper(name=f"{each.purpose}.jpg", data=file.getvalue())


def _bill(each: Asked, chart: Chart) -> Bill:
    return Bill(
        requested_on=each.asked_on,
        kind=Bill.Kind.REIMBURSEMENT if each.position else Bill.Kind.BILL,
        payee=each.payee,
        purpose=each.purpose,
        amount=each.amount,
        account=chart.accounts[each.account],
        fund=chart.funds[each.fund],
        committee=Committee.objects.filter(name=each.committee).first(),
        position=Position.objects.filter(name=each.position).first(),
        authorised_by=chart.motions.get(each.motion),
    )
