"""Where the forms of the groups are, and the talk about them."""

from django.urls import path

from intergroup.registry.models import Registration
from intergroup.registry.views.sending import choosing, filling, talk

Kind = Registration.Kind

urlpatterns = [
    path("groups/", choosing.choose, name="group-choose"),
    path("groups/register/", filling.register, name="register"),
    path("groups/talk/<str:token>/", talk.talk, name="talk"),
    path(
        "groups/<int:number>/change/",
        filling.about_group,
        {"kind": Kind.CHANGE},
        name="group-change",
    ),
    path(
        "groups/<int:number>/pause/",
        filling.about_group,
        {"kind": Kind.PAUSE},
        name="group-pause",
    ),
    path(
        "groups/<int:number>/close/",
        filling.about_group,
        {"kind": Kind.CLOSE},
        name="group-close",
    ),
]
