"""Where minutes are written, read and found."""

from django.urls import path

from intergroup.business.views.minutes import archive, page, steps, writing

urlpatterns = [
    path("minutes/", archive.minutes_archive, name="minutes-archive"),
    path("meeting/<int:pk>/minutes/", page.minutes, name="minutes"),
    path("meeting/<int:pk>/minutes/minutes.pdf", page.paper, name="minutes-pdf"),
    path("meeting/<int:pk>/minutes/begin/", writing.begin, name="minutes-begin"),
    path("meeting/<int:pk>/minutes/parts/", writing.parts, name="minutes-add-part"),
    path("minutes/part/<int:pk>/", writing.part, name="minutes-part"),
    path("minutes/part/<int:pk>/arrange/", writing.arrange, name="minutes-arrange"),
    path("meeting/<int:pk>/minutes/round/", steps.send_round, name="minutes-round"),
    path("meeting/<int:pk>/minutes/correct/", steps.correct, name="minutes-correct"),
    path("minutes/correction/<int:pk>/", steps.settle, name="minutes-settle"),
    path("meeting/<int:pk>/minutes/approve/", steps.approve, name="minutes-approve"),
    path("meeting/<int:pk>/minutes/amend/", steps.amend, name="minutes-amend"),
]
