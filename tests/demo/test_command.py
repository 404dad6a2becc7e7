"""``load_demo`` where it must keep its hands off."""

import pytest
from django.core.management import CommandError, call_command

from intergroup.registry.models import Body, Group, Meeting
from tests.factories import BodyFactory, GroupFactory, MeetingFactory
from treasury.models import Entry


@pytest.mark.parametrize("factory", [BodyFactory, GroupFactory, MeetingFactory])
def test_a_database_with_a_body_of_its_own_is_left_alone(db, factory):
    factory()

    with pytest.raises(CommandError, match="There is a service body in this database"):
        call_command("load_demo")

    assert [model.objects.count() for model in (Body, Group, Meeting)].count(0) == 2
    assert not Entry.objects.exists()


def test_a_day_that_is_none_is_refused_in_a_sentence(db):
    with pytest.raises(CommandError, match="“soon” is not a date"):
        call_command("load_demo", today="soon")


def test_without_a_demonstration_no_sign_in_is_printed(db, capsys):
    call_command("load_demo", sign_ins=True)

    assert capsys.readouterr().out == ""
