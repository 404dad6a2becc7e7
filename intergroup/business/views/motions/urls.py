"""Where motions are."""

from django.urls import path

from intergroup.business.views.motions import (
    answering,
    ballots,
    book,
    files,
    mailing,
    page,
    policies,
    sending,
    steps,
    striking,
)

ONE = "motion/<int:pk>/"
urlpatterns = [
    path("motions/", book.motions, name="motions"),
    path("motions/received/", book.received, name="motions-received"),
    path("motions/send/", sending.send_in, name="motion-form"),
    path("motions/sent/<str:word>/", sending.sent, name="motion-sent"),
    path("motions/files/<int:pk>/", files.attachment, name="motion-file"),
    path(ONE, page.motion, name="motion"),
    path(f"{ONE}step/<slug:kind>/", page.step, name="motion-step"),
    path(f"{ONE}strike/<int:step>/", striking.strike_last, name="motion-strike"),
    path(f"{ONE}by-the-groups/", steps.by_the_groups, name="motion-by-groups"),
    path(f"{ONE}mail/", mailing.mail_out, name="motion-mail"),
    path(f"{ONE}policy/", policies.policy, name="motion-policy"),
    path(f"{ONE}ballots/", ballots.ballots, name="motion-ballots"),
    path(f"{ONE}ballots.pdf", ballots.sheets, name="ballot-sheets"),
    path(f"{ONE}ballots/<int:ballot>.pdf", ballots.sheet, name="ballot-sheet"),
    path("ballot/sent/", answering.ballot_sent, name="ballot-sent"),
    path("ballot/<str:token>/", answering.group_ballot, name="group-ballot"),
]
