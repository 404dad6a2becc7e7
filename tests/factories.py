"""The least that is valid of each thing; never a random value."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from intergroup.business import models as business
from intergroup.registry import models as registry
from service import models as service
from treasury import models as treasury

JANUARY_1 = date(2026, 1, 1)


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = registry.Body

    id = 1
    name = "Heroin Anonymous, Test Area"


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = registry.District

    number = factory.Sequence(lambda n: n + 1)
    name = "North"


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = registry.Group

    number = factory.Sequence(lambda n: n + 5_001)  # above those that tests name
    name = factory.LazyAttribute(lambda group: f"Group {group.number}")
    status = registry.Group.Status.ACTIVE


class LocationFactory(DjangoModelFactory):
    class Meta:
        model = registry.Location

    name = factory.Sequence(lambda n: f"Hall {n}")
    address = "1 Main St, Springfield, OR 97477, USA"


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = registry.Meeting

    name = "Friday Hope"
    slug = factory.Sequence(lambda n: f"friday-hope-{n}")
    day = 5


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = registry.Person

    first_name = "Pat"
    last_initial = "D"


class RepresentativeFactory(DjangoModelFactory):
    class Meta:
        model = registry.Representative

    group = factory.SubFactory(GroupFactory)
    person = factory.SubFactory(PersonFactory)
    began_on = JANUARY_1


class DirectoryFactory(DjangoModelFactory):
    class Meta:
        model = registry.Directory

    id = 1
    is_published = True
    is_registration_open = True


class GroupContactFactory(DjangoModelFactory):
    class Meta:
        model = registry.GroupContact

    group = factory.SubFactory(GroupFactory)
    person = factory.SubFactory(PersonFactory)
    began_on = JANUARY_1


class VerificationFactory(DjangoModelFactory):
    class Meta:
        model = registry.Verification

    group = factory.SubFactory(GroupFactory)
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    asked_on = JANUARY_1
    expires_on = date(2026, 1, 31)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = registry.User

    email = factory.Sequence(lambda n: f"user{n}@example.org")


class BusinessMeetingFactory(DjangoModelFactory):
    class Meta:
        model = business.BusinessMeeting

    held_on = date(2026, 2, 8)
    reports_from = JANUARY_1
    reports_to = date(2026, 1, 31)


class MotionFactory(DjangoModelFactory):
    class Meta:
        model = business.Motion

    number = factory.Sequence(lambda n: f"02-26-{n + 1:02}")
    meeting = factory.SubFactory(BusinessMeetingFactory)
    title = "Buy a projector"
    text = "That the body buy a projector."


class CommitteeFactory(DjangoModelFactory):
    class Meta:
        model = service.Committee

    name = factory.Sequence(lambda n: f"Committee {n}")


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = service.Position

    name = factory.Sequence(lambda n: f"Position {n}")


class TermFactory(DjangoModelFactory):
    class Meta:
        model = service.Term

    position = factory.SubFactory(PositionFactory)
    person = factory.SubFactory(PersonFactory)
    began_on = JANUARY_1


class ElectionFactory(DjangoModelFactory):
    class Meta:
        model = service.Election

    position = factory.SubFactory(PositionFactory)
    method = factory.LazyFunction(
        lambda: service.ElectionMethod.objects.get_or_create(
            name="Third Legacy", defaults={"system": "third-legacy"}
        )[0]
    )
    opened_on = JANUARY_1
    begins_on = date(2026, 7, 1)


class NominationFactory(DjangoModelFactory):
    class Meta:
        model = service.Nomination

    election = factory.SubFactory(ElectionFactory)
    person = factory.SubFactory(PersonFactory)
    answer = service.Nomination.Answer.ACCEPTED


class BallotFactory(DjangoModelFactory):
    class Meta:
        model = service.Ballot

    election = factory.SubFactory(ElectionFactory)
    number = 1


class HandoverPointFactory(DjangoModelFactory):
    class Meta:
        model = service.HandoverPoint

    position = factory.SubFactory(PositionFactory)
    title = "Keys"


class HandoverFactory(DjangoModelFactory):
    class Meta:
        model = service.Handover

    from_term = factory.SubFactory(TermFactory)
    opened_on = JANUARY_1


class HandoverItemFactory(DjangoModelFactory):
    class Meta:
        model = service.HandoverItem

    handover = factory.SubFactory(HandoverFactory)
    title = factory.Sequence(lambda n: f"Thing {n}")


def money(text):
    """Money from text, so that a test never holds a float."""
    return Decimal(text)


def account(code):
    """An account of the seeded chart."""
    return treasury.Account.objects.get(code=code)


def fund(name="Operating"):
    """A fund, made when it is not there."""
    return treasury.Fund.objects.get_or_create(name=name)[0]
