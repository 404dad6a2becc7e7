"""What business meetings pin to the page of a meeting: each part, and how it stands."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.business.models import ActionItem, Minutes
from intergroup.business.reports.motions import motions
from intergroup.business.reports.rollcall import roll_call
from intergroup.kit.meeting_page import Part, part


@part("agenda", title=gettext_lazy("Agenda"), order=10)
def agenda(meeting, user):
    """Show how long the agenda is."""
    count = meeting.agenda.count()
    told = ngettext("%s item.", "%s items.", count) % count
    address = reverse("admin:business_businessmeeting_change", args=[meeting.pk])
    return Part((told,), ((_("Agenda and meeting"), address),), is_done=count > 0)


@part("notice", title=gettext_lazy("Notice"), order=20)
def notice(meeting, user):
    """Tell whether the notice went out, and the days by which things are sent."""
    is_over = meeting.opened_at is not None
    told = [_("None went out from here.") if is_over else _("It has not gone out yet.")]
    if meeting.called_on:
        told = [_("It went out on %s.") % _day(meeting.called_on)]
    if meeting.motions_due_on:
        told.append(_("Motions by %s.") % _day(meeting.motions_due_on))
    if meeting.reports_due_on:
        told.append(_("Reports by %s.") % _day(meeting.reports_due_on))
    links = ((_("Notice"), reverse("business:notice", args=[meeting.pk])),)
    return Part(tuple(told), links, is_done=is_over or meeting.called_on is not None)


@part("reports", title=gettext_lazy("Reports"), order=30)
def reports(meeting, user):
    """Tell how many have reported."""
    asked = meeting.reports.count()
    told = _("%(given)s of %(asked)s are in.")
    params = {"given": meeting.reports.given().count(), "asked": asked}
    said = told % params if asked else _("Nobody was asked yet.")
    address = reverse("business:meeting-reports", args=[meeting.pk])
    return Part((said,), ((_("Reports"), address),), is_done=asked > 0)


@part("roll-call", title=gettext_lazy("Roll call"), order=40)
def rollcall(meeting, user):
    """Say what the chair says while the roll is called."""
    roll = roll_call(meeting)
    name = _("Roll call") if meeting.closed_at else _("Call the roll")
    links = ((name, reverse("business:roll", args=[meeting.pk])),)
    told = roll.in_words if roll.groups else roll.rule_in_words
    return Part((told,), links, is_done=bool(roll.groups))


@part("motions", title=gettext_lazy("Motions"), order=50)
def motions_part(meeting, user):
    """Lead to each motion before the meeting."""
    found = motions(meeting)
    lines = [*found.back, *found.old, *found.new]
    numbers = {each.number for each in lines}
    rows = meeting.motions.model.objects.filter(number__in=numbers)
    links = [(str(each), reverse("business:motion", args=[each.pk])) for each in rows]
    links.append((_("Book of motions"), reverse("business:motions")))
    told = ngettext("%s motion.", "%s motions.", found.count) % found.count
    return Part((told,), tuple(links), is_done=True)


@part("minutes", title=gettext_lazy("Minutes"), order=70)
def minutes(meeting, user):
    """Tell how far the minutes are."""
    found = Minutes.objects.listed().filter(meeting=meeting).first()
    told = found.get_state_display() if found else _("Not begun yet")
    address = reverse("business:minutes", args=[meeting.pk])
    return Part((f"{told}.",), ((_("Minutes"), address),), bool(found))


@part("packet", title=gettext_lazy("Packet"), order=80)
def packet(meeting, user):
    """Tell whether the packet was presented."""
    kept = meeting.packets.listed().first()
    told = _("It has not been presented yet.")
    if meeting.is_final:
        told = _("It became final on %s.") % _day(meeting.final_on)
    elif kept:
        told = _("It was presented on %s.") % _day(timezone.localtime(kept.made_at))
    links = ((_("Packet"), reverse("business:packet", args=[meeting.pk])),)
    is_done = meeting.is_final or kept is not None
    return Part((told,), links, is_done)


@part("carry-home", title=gettext_lazy("To carry home"), order=90)
def carry_home(meeting, user):
    """Lead to the pages of all groups."""
    told = _("One page for each group: what was decided, what to ask, its receipts.")
    address = reverse("business:sheets", args=[meeting.pk])
    return Part((told,), ((_("All pages (PDF)"), address),), is_done=True)


@part("action-items", title=gettext_lazy("Action items"), order=100)
def action_items(meeting, user):
    """Tell how much is open, and lead to the next one."""
    count = ActionItem.objects.open_on(meeting.held_on).count()
    told = ngettext("%s is open.", "%s are open.", count) % count
    add = reverse("admin:business_actionitem_add")
    every = reverse("admin:business_actionitem_changelist")
    links = ((_("All"), every), (_("Add one"), f"{add}?meeting={meeting.pk}"))
    return Part((told,), links, is_done=True)


def _day(day):
    return date_format(day, "DATE_FORMAT")
