"""The page of one row: plain values, buttons, what took it back, what was said."""

from datetime import date

import pytest
from django.urls import include, path, reverse

from intergroup.kit import admin
from intergroup.kit.site import Site
from tests.factories import account, fund, money
from treasury.actions.contributions import (
    record_contribution,
    take_back_contribution,
)
from treasury.models import Contribution

pytestmark = pytest.mark.urls(__name__)
DAY = date(2026, 6, 1)
SAID = "Written down, with thanks."
house = Site(name="admin")


@admin.register(Contribution, site=house)
class Screen(admin.CorrectedMixin, admin.AddOnlyMixin, admin.ModelAdmin):
    list_display = ["received_on", "correction"]
    list_display_links = ["received_on"]
    fields = ["received_on", "source", "amount", "marked", "reference", "account"]
    fields += ["fund", "wish"]
    readonly_fields = ["wish"]
    actions = row_actions = ["greet", "refuse", "take_back"]

    def wish(self, contribution):
        return ""

    def told(self, request, obj):
        return SAID if obj.reference == "1" else None

    def save_model(self, request, obj, form, change):
        record_contribution(obj, recorded_by=request.user)

    def has_nothing_permission(self, request):
        return False

    def get_row_actions(self, request, obj):
        names = super().get_row_actions(request, obj)
        return names if obj.source == "member" else []

    @admin.action(description="Greet the selected", on_row="Greet", permissions=["add"])
    def greet(self, request, queryset):
        admin.messages.success(request, f"Greeted {queryset.count()}.")

    @admin.action(description="Take back", permissions=["add"])
    def take_back(self, request, queryset):
        for each in queryset:
            take_back_contribution(each, dated=DAY, recorded_by=request.user)

    @admin.action(description="Refuse", permissions=["nothing"])
    def refuse(self, request, queryset):
        admin.messages.error(request, "Refused.")


urlpatterns = [path("admin/", house.urls), path("", include("intergroup.urls"))]


def given(amount="1300.00", source="member"):
    contribution = Contribution(
        received_on=DAY,
        source=source,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def address(contribution):
    return reverse("admin:treasury_contribution_change", args=[contribution.pk])


def listed():
    return reverse("admin:treasury_contribution_changelist")


def text(answer):
    return " ".join(answer.content.decode().split())


def test_an_amount_is_shown_in_figures_as_in_a_list(as_tess):
    page = text(as_tess.get(address(given())))

    assert '<div class="readonly money">1,300.00</div>' in page


@pytest.mark.parametrize("name", ["Marked", "Wish"])
def test_an_empty_value_is_a_dash(as_tess, name):
    page = text(as_tess.get(address(given())))

    assert f'<label>{name}:</label> <div class="readonly">–</div>' in page


def test_a_plain_value_needs_no_help(as_tess):
    help_text = "What was written on it, to find its group."

    assert help_text not in text(as_tess.get(address(given())))
    assert help_text in text(as_tess.get(reverse("admin:treasury_contribution_add")))


def test_a_row_has_a_button_for_what_one_may_do(as_tess):
    page = text(as_tess.get(address(given())))

    assert 'form="row-actions" name="action" value="greet">Greet</button>' in page
    assert 'value="refuse"' not in page


def test_a_row_has_no_button_that_makes_no_sense_for_it(as_tess):
    unknown = given(source="unidentified")

    assert "row-actions" not in text(as_tess.get(address(unknown)))


def test_a_row_has_no_button_for_one_who_only_reads(client, rae):
    client.force_login(rae)

    assert "row-actions" not in text(client.get(address(given())))


def test_only_what_was_not_taken_back_has_a_button_for_it(as_tess):
    row = given()
    before = text(as_tess.get(address(row)))
    mirror = take_back_contribution(row, dated=DAY, recorded_by=None)

    after = [text(as_tess.get(address(each))) for each in (row, mirror)]

    assert 'value="take_back">Take back</button>' in before
    assert [('value="take_back"' in page) for page in after] == [False, False]


def test_a_button_acts_on_its_row_and_leads_back_to_it(as_tess):
    row = given()
    given("45.00")
    sent = {"action": "greet", "index": "0", "_selected_action": row.pk}

    answer = as_tess.post(listed(), {**sent, "_from_row": row.pk}, follow=True)

    assert answer.redirect_chain == [(address(row), 302)]
    assert "Greeted 1." in text(answer)


def test_the_same_action_from_the_list_leads_back_to_the_list(as_tess):
    sent = {"action": "greet", "index": "0", "_selected_action": given().pk}

    answer = as_tess.post(listed(), sent)

    assert answer.url == listed()


def test_an_action_that_one_may_not_use_does_nothing(as_tess):
    row = given()
    sent = {"action": "refuse", "_selected_action": row.pk, "_from_row": row.pk}

    answer = as_tess.post(listed(), {**sent, "index": "0"}, follow=True)

    assert "Refused." not in text(answer)
    assert "No action selected." in text(answer)


def test_the_list_marks_what_was_taken_back_and_what_takes_back(as_tess):
    given()
    take_back_contribution(given(), dated=DAY, recorded_by=None)

    page = text(as_tess.get(listed()))

    assert page.count('<span class="tag warn">taken back</span>') == 1
    assert page.count('<span class="tag">takes back</span>') == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_marks_cost_no_query_of_their_own(
    as_tess, django_assert_max_num_queries, count
):
    for _ in range(count):
        take_back_contribution(given(), dated=DAY, recorded_by=None)

    with django_assert_max_num_queries(8):
        as_tess.get(listed())


def test_a_row_that_was_taken_back_leads_to_the_one_that_did(as_tess):
    row = given()
    mirror = take_back_contribution(row, dated=DAY, recorded_by=None)

    there, back = text(as_tess.get(address(row))), text(as_tess.get(address(mirror)))

    assert f'This was taken back by: <a href="{address(mirror)}">' in there
    assert f'This takes back: <a href="{address(row)}">' in back


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [("1", SAID), ("2", "was added successfully")],
)
def test_what_is_said_after_saving_can_be_the_app_s_own(as_tess, reference, sentence):
    form = {
        "received_on": "2026-06-01",
        "source": "member",
        "amount": "45.00",
        "reference": reference,
        "account": account("1000").pk,
        "fund": fund().pk,
    }

    answer = as_tess.post(reverse("admin:treasury_contribution_add"), form, follow=True)

    assert sentence in text(answer)
