"""Somebody saves their own addresses while the office writes of the same person."""

from datetime import date
from threading import Event

import pytest
from django.db import transaction

from intergroup.registry.actions.agreeing import Agreed, keep_own_contact
from intergroup.registry.actions.holding import hold_register
from intergroup.registry.models import Person
from tests.factories import PersonFactory
from tests.kit.test_once_at_once import in_sessions

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_the_office_and_the_person_wait_for_each_other_in_one_order(in_sessions):
    pat, is_held = PersonFactory(phone="1"), Event()

    def office():
        with transaction.atomic():
            hold_register()
            is_held.set()
            Event().wait(timeout=0.5)
            Person.objects.filter(pk=pat.pk).update(last_initial="D")

    def person():
        is_held.wait(timeout=30)
        facts = {"email": "pat@example.org", "phone": "2", "agreed": Agreed()}
        keep_own_contact(pat, **facts, on=date(2026, 5, 4))

    in_sessions(office, person)

    [kept] = in_sessions(Person.objects.get)
    assert (kept.last_initial, kept.phone) == ("D", "2")
