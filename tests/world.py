"""A row of everything that has a screen in the office, for those who try them all."""

from datetime import UTC, date, datetime

from allauth.mfa.models import Authenticator

from intergroup.business import models as business
from intergroup.registry import models as registry
from service import models as service
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    DistrictFactory,
    ElectionFactory,
    GroupContactFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    RepresentativeFactory,
    TermFactory,
    VerificationFactory,
)
from tests.treasury import world as treasury

JUNE_1, NOON = date(2026, 6, 1), datetime(2026, 6, 1, 12, tzinfo=UTC)


def everything(by):
    """Make a row of each model with a screen; return them by ``"app.model"``."""
    money = treasury.everything(by)
    _register(by)
    service.Handover.objects.create(from_term=TermFactory(), opened_on=JUNE_1)
    service.Policy.objects.create(pk=1)
    ElectionFactory()
    _meetings(by)
    Authenticator.objects.create(user=by, type="totp", data={})
    others = [
        getattr(module, name)
        for module in (registry, business, service)
        for name in module.__all__
        if hasattr(getattr(module, name), "_meta")
    ]
    found = [model.objects.order_by("pk").first() for model in others]
    rows = [*money.values(), *found, by, Authenticator.objects.get()]
    return {row._meta.label_lower: row for row in rows if row}


def _register(by):
    BodyFactory()
    DirectoryFactory()
    group = GroupFactory(number=7, name="Hope", district=DistrictFactory())
    meeting = MeetingFactory(group=group, location=LocationFactory())
    speaker = RepresentativeFactory(group=group)
    GroupContactFactory(group=group, person=speaker.person)
    VerificationFactory(group=group)
    registry.Registration.objects.create(kind="change", group=group, sent_at=NOON)
    registry.ListingChange.objects.create(
        group=group, kind="added", way="office", changed_on=JUNE_1
    )
    registry.SharingKey.objects.create(name="A reader", key="k", made_on=JUNE_1)
    registry.FeedSource.objects.create(name="A list of others")
    registry.Finding.objects.create(
        meeting=meeting, field="notes", kind="surname", found="Jane Doe", found_at=NOON
    )
    _printed(by)


def _printed(by):
    registry.DirectoryPrint.objects.create(
        made_at=NOON, made_by=by, layout="day", page_count=1, sha256="0"
    )
    registry.ContactSheet.objects.create(
        printed_at=NOON, printed_by=by, scope="All groups", people_count=1
    )


def _meetings(by):
    meeting = business.BusinessMeeting.objects.first()
    business.ActionItem.objects.create(meeting=meeting, title="Ask", office="Chair")
    business.AgendaTemplate.objects.create(name="An order of business")
    business.Event.objects.create(title="Picnic", begins_on=JUNE_1)
    business.Guideline.objects.create(title="Coffee", text="…", adopted_on=JUNE_1)
    business.MeetingReport.objects.create(meeting=meeting, office="Chair")
    business.Minutes.objects.create(meeting=meeting)
    business.PresentedPacket.objects.create(
        meeting=meeting, is_final=True, made_at=NOON, made_by=by, page_count=1
    )
    business.Rules.objects.create(pk=1)
    business.Sending.objects.create(kind="notice", subject="Notice", sent_at=NOON)
