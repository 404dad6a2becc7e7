"""Where the office decides forms, takes groups through their life, prints letters."""

from django.urls import path

from intergroup.registry.actions.living import STEPS
from intergroup.registry.views.deciding import letters, page, steps, ways

urlpatterns = [
    path("office/registrations/<int:pk>/", page.registration, name="registration"),
    path(
        "office/registrations/<int:pk>/accept/",
        ways.accept_it,
        name="registration-accept",
    ),
    path("office/registrations/<int:pk>/edit/", ways.edit, name="registration-edit"),
    path(
        "office/registrations/<int:pk>/refuse/",
        ways.refuse_it,
        name="registration-refuse",
    ),
    path("office/registrations/<int:pk>/ask/", ways.ask, name="registration-ask"),
    path("office/starter-kits/", letters.kits, name="starter-kits"),
    path("office/starter-kits/list/", letters.kit_lists, name="starter-kit-lists"),
    path("office/groups/<int:pk>/welcome/", letters.welcome, name="welcome-letter"),
    *(
        path(
            f"office/groups/<int:pk>/{name}/",
            steps.take_step,
            {"name": name},
            name=f"group-step-{name}",
        )
        for name in STEPS
    ),
]
