"""What a chair does at the table: looks at an election’s page, and sends its forms."""

import re
from html import unescape

from django.contrib.messages import get_messages
from django.urls import reverse

from tests.service.electing.area import stands

THREE = ("Ann", "Bob", "Cy")


def address(name, election, *ids):
    return reverse(f"service:election{name and '-'}{name}", args=[election.pk, *ids])


def words(response):
    """What a person reads on a page: its text between the tags, in one line."""
    main = response.content.decode().split('id="content"', 1)[-1]
    shown = re.sub(r"<(select|script)\b.*?</\1>", " ", main, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", " ", shown))
    return re.sub(r"\s+([.,:;])(?=\s|$)", r"\1", " ".join(text.split()))


def look(client, election, *, count=False):
    """The words of the page of an election."""
    page = client.get(address("", election), {"count": ""} if count else {})
    return words(page)


def send(client, name, election, *ids, **data):
    """Send one form; return the answer as it comes, not followed."""
    return client.post(address(name, election, *ids), data)


def said(response):
    """The sentences that were said on top of the next page."""
    return [str(each) for each in get_messages(response.wsgi_request)]


def boxes(election, number=1, *, online=None, **votes):
    """The boxes of a ballot as typed: votes by first name, and others by their name."""
    typed = {"number": number}
    for name, count in votes.items():
        is_name = name[0].isupper()
        box = f"in_room-{stands(election, name).pk}" if is_name else name
        typed[box] = count
    for name, count in (online or {}).items():
        typed[f"online-{stands(election, name).pk}"] = count
    return typed


def count(client, election, number=1, **votes):
    """Send the totals of one ballot."""
    typed = boxes(election, number, **votes)
    return client.post(address("count", election), typed)


def motion(client, election, ayes="", noes="", *, heard="seconded", number=1):
    """Send what was heard of the motion for a fifth ballot."""
    typed = {"heard": heard, "ayes": ayes, "noes": noes, "number": number}
    return send(client, "motion", election, **typed)
