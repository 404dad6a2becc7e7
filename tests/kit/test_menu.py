"""The menu: the lists of every day, and the others under a heading."""

from django.urls import reverse


def test_the_lists_of_every_day_stand_before_the_folded_ones(as_tess):
    page = as_tess.get(reverse("desk"), follow=True).content.decode()
    menu = page[page.index('id="menu"') : page.index("menu-last")]

    everyday, _heading, agreed = menu.partition("<summary>What is agreed</summary>")
    assert ">Contributions</a>" in everyday
    assert ">Accounts</a>" not in everyday
    assert ">Accounts</a>" in agreed


def test_a_folded_list_that_is_shown_is_not_hidden(as_tess):
    page = as_tess.get(reverse("admin:treasury_account_changelist")).content.decode()
    menu = page[page.index('id="menu"') : page.index("menu-last")]

    before, _summary, _after = menu.partition("<summary>What is agreed</summary>")
    assert before.rstrip().endswith("<details open>")
    assert 'aria-current="page">Accounts</a>' in menu


def test_a_heading_without_lists_for_this_person_is_left_out(as_sam):
    page = as_sam.get(reverse("desk"), follow=True).content.decode()

    assert "<summary>Journal and records</summary>" in page
    assert ">Entries</a>" not in page
