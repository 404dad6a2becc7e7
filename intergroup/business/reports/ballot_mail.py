"""The mail that brings each group the link to its ballot."""

from datetime import date

from django.urls import reverse

from intergroup.business.actions.motions import ballots_post
from intergroup.business.actions.sending import Post
from intergroup.business.models import Sending
from intergroup.kit.site_address import absolute


def ballot_post(sending: Sending, *, on: date, site: str) -> Post:
    """Return what a mailing of ballots brings, with links that begin with ``site``."""

    def link(token: str) -> str:
        return absolute(reverse("business:group-ballot", args=[token]), site=site)

    return ballots_post(sending, link=link, on=on)
