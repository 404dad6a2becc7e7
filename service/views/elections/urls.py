"""Where the pages of elections are."""

from django.urls import path

from service.views.elections import (
    counting,
    deciding,
    drawing,
    nominating,
    opening,
    overview,
    page,
)

ONE = "elections/<int:pk>/"
STANDS = f"{ONE}nominations/<int:nomination>/"
urlpatterns = [
    path("elections/", overview.elections, name="elections"),
    path("elections/open/", opening.choose, name="election-open"),
    path("elections/open/<int:pk>/", opening.open_for, name="election-open-for"),
    path(ONE, page.election, name="election"),
    path(f"{ONE}nominate/", nominating.nominate, name="election-nominate"),
    path(f"{STANDS}answer/", nominating.answer, name="election-answer"),
    path(f"{STANDS}attest/", nominating.attest, name="election-attest"),
    path(f"{STANDS}withdraw/", nominating.withdraw, name="election-withdraw"),
    path(f"{STANDS}decline/", deciding.decline, name="election-decline"),
    path(f"{ONE}objection/", counting.objection, name="election-objection"),
    path(f"{ONE}count/", counting.count, name="election-count"),
    path(
        f"{ONE}ballots/<int:ballot>/take-back/",
        counting.take_back,
        name="election-take-back",
    ),
    path(f"{ONE}motion/", counting.motion, name="election-motion"),
    path(f"{ONE}hat/", drawing.announce, name="election-announce"),
    path(f"{ONE}hat/by-hand/", drawing.by_hand, name="election-by-hand"),
    path(f"{ONE}hat/<int:draw>/draw/", drawing.draw, name="election-draw"),
    path(f"{ONE}finish/", deciding.finish, name="election-finish"),
    path(f"{ONE}begin-again/", deciding.begin_again, name="election-begin-again"),
    path(f"{ONE}call-off/", deciding.call_off, name="election-call-off"),
]
