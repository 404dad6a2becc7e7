"""The mail that asks a group whether its listing is still right.

Plain text, of which the subject says nothing of the fellowship, and nobody’s name
stands in it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from intergroup.kit import pages
from intergroup.registry.actions.verifying.asking import Send
from intergroup.registry.models import Body, Verification
from intergroup.registry.reports.own_listing import own_listing

Link = Callable[[str], str]


@contextmanager
def mail_room(link: Link) -> Iterator[Send]:
    """Give what mails a question; ``link`` makes the whole address of a token.

    The mail server is called first, and once: raises OSError where it does not answer,
    before anybody is asked.
    """
    with get_connection() as connection:
        yield partial(_send, connection, link)


def _send(
    connection: BaseEmailBackend,
    link: Link,
    question: Verification,
    token: str,
    address: str,
) -> None:
    body = Body.objects.current()
    what = "reminded" if question.reminded_on else "asked"
    context = pages.context(
        body=body,
        question=question,
        listing=own_listing(
            question.group, on=question.reminded_on or question.asked_on
        ),
        link=link(token),
    )
    name = f"registry/mail/verification_{what}"
    EmailMessage(
        subject=" ".join(render_to_string(f"{name}_subject.txt", context).split()),
        body=render_to_string(f"{name}.txt", context).strip() + "\n",
        to=[address],
        reply_to=[body.email] if body.email else None,
        headers={"Auto-Submitted": "auto-generated"},
        connection=connection,
    ).send()
