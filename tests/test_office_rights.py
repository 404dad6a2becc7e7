"""Every screen of the office opens, and every button works, as the matrix says."""

import pytest
from django.apps import apps
from django.db import transaction
from django.test import RequestFactory
from django.urls import reverse

from intergroup.kit import admin
from intergroup.registry.models import User
from tests import rights
from tests.rights import PEOPLE, in_service, is_shut_out, may_enter, sign_in
from tests.world import everything

SCREENS = sorted(admin.site._registry, key=lambda model: model._meta.label_lower)
OURS = ("registry", "business", "service", "treasury")
SEEN = {  # by the name of each page of a screen, the right of the model to see it
    "changelist": "view",
    "add": "add",
    "change": "view",
    "history": "view",
    "delete": "delete",
    "export": "view",
    "import": "add",
}
SENT = {  # and to send something to it
    "add": "add",
    "change": "change",
    "delete": "delete",
    "import": "add",
    "process_import": "add",
}
OF_A_ROW = ("change", "history", "delete")
ACTIONS = {  # by the name of each action of a list, the right of the model it asks for
    "registry.group": {"verify": "change"},
    "registry.meeting": {"copy": "add", "take_off": "change", "put_back": "change"},
    "registry.person": {"withdraw": "change", "forget": "change"},
    "service.position": {"put_points": "change"},
    "service.term": {"open_the_handover": "change"},
    "treasury.contribution": {"print_receipts": "view", "take_back": "add"},
    **{
        f"treasury.{name}": {"take_back": "add"}
        for name in (
            *("deposit", "distribution", "expense"),
            *("identification", "otherincome", "transfer"),
        )
    },
}
BESIDE = {  # what is no page of a screen
    *("index", "login", "logout", "password_change", "password_change_done"),
    *("jsi18n", "autocomplete", "app_list", "view_on_site"),
    "auth_user_password_change",
}


def _name(model):
    return model._meta.label_lower


def pages_of(model):
    """The pages that a screen has, and the name of each address: ``{"add": …}``."""
    screen, own = admin.site.get_model_admin(model), model._meta
    start = f"{own.app_label}_{own.model_name}_"
    names = [each.name or "" for each in screen.get_urls()]
    return {each.removeprefix(start): each for each in names if each.startswith(start)}


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    """A row of everything, made once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield everything(in_service("Secretary"))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def closed(rows, django_db_blocker):
    """The pages that open for nobody at all, not even for an administrator."""
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True)
    found = set()
    with django_db_blocker.unblock():
        for model in SCREENS:
            screen = admin.site.get_model_admin(model)
            if not screen.has_add_permission(request):
                found |= {(model, "add"), (model, "import")}
            if not screen.has_delete_permission(request, rows[_name(model)]):
                found.add((model, "delete"))
    return found


@pytest.fixture(params=PEOPLE)
def who(request):
    return request.param


def may(who, model, verb):
    """Whether the matrix lets somebody into the office, and do this with a model."""
    own = model._meta
    return may_enter(who) and rights.may(
        who, own.app_label, [f"{verb}_{own.model_name}"]
    )


def address(model, page, rows):
    about = [rows[_name(model)].pk] if page in OF_A_ROW else []
    return reverse(f"admin:{pages_of(model)[page]}", args=about)


def led(client, answer):
    """Where somebody gets to: a page of the office may lead on to another one."""
    if answer.status_code == 302 and "/admin/login/" not in answer["Location"]:
        return client.get(answer["Location"])
    return answer


def is_shut(who, answer):
    """Whether somebody was refused; who may not enter is sent to the office’s door."""
    if may_enter(who):
        return answer.status_code == 403
    return answer.status_code == 302 and "/admin/login/" in answer["Location"]


def offered(answer):
    """The actions that a list offers."""
    form = (answer.context or {}).get("action_form")
    choices = form.fields["action"].choices if form else []
    return {name for name, _label in choices if name}


def told(who, model):
    """The actions that the matrix lets somebody use."""
    actions = ACTIONS.get(_name(model), {})
    return {action for action, verb in actions.items() if may(who, model, verb)}


def press_what_one_may_not(client, who, model, rows):
    """Send each action of a list, as if it had been offered."""
    for action in {*ACTIONS.get(_name(model), {}), "delete_selected"}:
        if action not in told(who, model):
            sent = {"action": action, "_selected_action": rows[_name(model)].pk}
            client.post(address(model, "changelist", rows), {**sent, "post": "yes"})


def everything_written():
    """Every row of ours, value by value."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values_list())
        for app in OURS
        for model in apps.get_app_config(app).get_models()
    }


def test_every_page_of_every_screen_is_told_of():
    assert {page for model in SCREENS for page in pages_of(model)} == {*SEEN, *SENT}


def test_every_page_of_a_screen_opens_for_those_who_may(client, db, rows, closed, who):
    """And a list offers exactly what one may do with its rows."""
    sign_in(client, who)

    wrong = {}
    for model in SCREENS:
        for page in pages_of(model).keys() & SEEN.keys():
            answer = led(client, client.get(address(model, page, rows)))
            if may(who, model, SEEN[page]) and (model, page) not in closed:
                is_right = answer.status_code == 200
                is_right &= "no-store" in answer["Cache-Control"]
                is_right &= page != "changelist" or offered(answer) == told(who, model)
            else:
                is_right = is_shut(who, answer)
            if not is_right:
                wrong[_name(model), page] = answer.status_code

    assert wrong == {}


def test_an_administrator_is_offered_no_action_that_is_not_told_of(as_ada, rows):
    found = {
        _name(model): offered(as_ada.get(address(model, "changelist", rows)))
        for model in SCREENS
    }

    own = {name: actions - {"delete_selected"} for name, actions in found.items()}
    assert {name: actions for name, actions in own.items() if actions} == {
        name: set(actions) for name, actions in ACTIONS.items()
    }


def test_what_is_sent_by_those_who_may_not_is_refused_and_changes_nothing(
    client, db, rows, who
):
    sign_in(client, who)
    before = everything_written()

    wrong = {}
    for model in SCREENS:
        for page in pages_of(model).keys() & SENT.keys():
            if may(who, model, SENT[page]):
                continue
            answer = client.post(address(model, page, rows), {"post": "yes"})
            # A row with a page of its own leads there, whatever is sent.
            is_led_on = may_enter(who) and answer.status_code == 302
            if not (is_led_on or is_shut(who, answer)):
                wrong[_name(model), page] = answer.status_code
        press_what_one_may_not(client, who, model, rows)

    assert wrong == {}
    assert everything_written() == before


def test_the_door_of_the_office_opens_for_those_who_may_enter(client, db, rows, who):
    sign_in(client, who)

    found = {
        name: client.get(reverse(f"admin:{name}")).status_code
        for name in ("index", "jsi18n", "password_change", "password_change_done")
    }
    on_site = client.get(reverse("admin:view_on_site", args=[1, 1])).status_code
    way_out = client.get(reverse("admin:logout")).status_code
    door = client.get(reverse("admin:login"))

    assert found == dict.fromkeys(found, 200 if may_enter(who) else 302)
    assert (on_site, way_out) == ((404, 405) if may_enter(who) else (302, 302))
    if may_enter(who):
        assert door["Location"] == reverse("admin:index")
    else:
        assert is_shut_out(who, door)


def test_the_lists_of_an_app_are_those_that_one_may_see(client, db, rows, who):
    sign_in(client, who)

    wrong = {}
    for app in OURS:
        answer = client.get(reverse("admin:app_list", args=[app]))
        seen = {model for model in SCREENS if model._meta.app_label == app}
        lists = {model._meta.object_name for model in seen if may(who, model, "view")}
        if lists:
            (listed,) = answer.context["app_list"]
            is_right = {each["object_name"] for each in listed["models"]} == lists
        else:
            is_right = (
                answer.status_code == 404 if may_enter(who) else is_shut(who, answer)
            )
        if not is_right:
            wrong[app] = answer.status_code

    assert wrong == {}


def looked_up():
    """Every box that looks rows up: a model, its field, and the model it finds."""
    for model in SCREENS:
        screen = admin.site.get_model_admin(model)
        for each in (screen, *screen.inlines):
            for name in each.autocomplete_fields:
                yield each.model, name, each.model._meta.get_field(name).related_model


def test_a_box_that_looks_rows_up_answers_those_who_may_see_them(client, db, rows, who):
    sign_in(client, who)

    wrong = {}
    for model, name, found in looked_up():
        own = model._meta
        box = {"app_label": own.app_label, "model_name": own.model_name}
        answer = client.get(reverse("admin:autocomplete"), {**box, "field_name": name})
        may_see = may(who, found, "view")
        is_right = answer.status_code == 200 if may_see else is_shut(who, answer)
        if not is_right:
            wrong[_name(model), name] = answer.status_code

    assert wrong == {}


def test_nobody_changes_the_password_of_another(client, db, rows, who):
    sign_in(client, who)
    page = reverse("admin:auth_user_password_change", args=[rows["registry.user"].pk])
    before = everything_written()

    assert is_shut(who, client.get(page))
    assert is_shut(who, client.post(page, {"usable_password": "false"}))
    assert everything_written() == before
