"""The forms themselves: register a group, change it, pause it, close it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import timed
from intergroup.kit.limits import Limit
from intergroup.kit.site_address import absolute
from intergroup.registry.actions.registering.boxes import Offered
from intergroup.registry.actions.registering.likeness import groups_alike
from intergroup.registry.actions.registering.sending import send_registration
from intergroup.registry.actions.registering.talking import talk_address
from intergroup.registry.actions.registering.telling import tell_sender
from intergroup.registry.actions.verifying import take_as_answer
from intergroup.registry.models import Group, Registration
from intergroup.registry.views.sending import guarding
from intergroup.registry.views.sending.sheets import Sheet
from intergroup.registry.views.sending.showing import shown_of

Kind = Registration.Kind
PAGE = "public/registering/form.html"
NOT_ASKED = (*Group.GONE, Group.Status.NEW)
TITLES = {
    Kind.NEW: gettext_lazy("Register a group"),
    Kind.CHANGE: gettext_lazy("Change a group"),
    Kind.PAUSE: gettext_lazy("Pause a group"),
    Kind.CLOSE: gettext_lazy("Close a group"),
}
FROM_ONE = Limit("registering-sent", 12, guarding.HOUR)
TO_ONE = Limit("registering-mail", 6, 24 * guarding.HOUR)
FROM_ALL = Limit("registering-all", 120, guarding.HOUR)


@guarding.for_everybody
@guarding.while_open
def register(request: HttpRequest) -> HttpResponse:
    """Take in a new group."""
    return _fill(request, Kind.NEW, None)


@guarding.for_everybody
@guarding.while_open
def about_group(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """Take in a change, a pause or the end of a group."""
    groups = Group.objects.exclude(status__in=NOT_ASKED)
    group = groups.filter(number=number).first()
    if group is None:
        return guarding.refuse(request, "no_group", 404)
    return _fill(request, kind, group)


def _fill(request: HttpRequest, kind: str, group: Group | None) -> HttpResponse:
    offered = Offered.on(timezone.localdate())
    shown = shown_of(group) if kind == Kind.CHANGE else None
    posted = request.POST if request.method == "POST" else None
    try:
        sheet = Sheet(kind, offered=offered, shown=shown, data=posted)
    except ValidationError as error:
        return guarding.refuse(request, error.code, 400)
    page = Page(request, sheet, group)
    if posted is None:
        return page.show()
    if "more" in posted:
        sheet.with_another_row()
        return page.show()
    return page.take()


class Page:
    """One form on its way in: shown again until it can be saved."""

    def __init__(self, request: HttpRequest, sheet: Sheet, group: Group | None) -> None:
        self.request, self.sheet, self.group = request, sheet, group
        self.purpose = f"{sheet.kind} {group.number if group else ''}".strip()

    def take(self) -> HttpResponse:
        """Check and save what was sent, or show it again and say why not."""
        try:
            timed.check(self.request, self.purpose)
        except ValidationError as error:
            return self._again(error.code, 400, trouble=error.messages)
        if not self.sheet.is_valid():
            found = self.sheet.mistakes()
            return self._again("mistakes", 422, where=found, mistakes=found)
        registration = self.sheet.registration(self.group)
        if alike := self._alike(registration):
            return self.show(status=422, alike=alike)
        if not self._has_leave(registration):
            sentence = _("There were many forms in a short time. Wait an hour, please.")
            return self._again("too_often", 429, trouble=[sentence])
        try:
            return self._save(registration)
        except ValidationError as error:
            return self._again("rules", 422, trouble=error.messages)

    def show(self, *, status: int = 200, **values: object) -> HttpResponse:
        """Show the form, with everything that is typed in it."""
        values |= {
            "title": TITLES[self.sheet.kind],
            "sheet": self.sheet,
            "group": self.group,
            "timed": timed.kept(self.request, self.purpose),
        }
        return guarding.show(self.request, PAGE, status=status, **values)

    def _again(
        self, reason: str, status: int, *, where: list[str] = (), **values: object
    ) -> HttpResponse:
        guarding.log(reason, f"{self.purpose} {' '.join(where)}")
        return self.show(status=status, **values)

    def _alike(self, registration: Registration) -> list[Group]:
        if self.sheet.kind != Kind.NEW or self.request.POST.get("is_another"):
            return []
        return groups_alike(registration.proposed)

    def _has_leave(self, registration: Registration) -> bool:
        return (
            FROM_ONE.take(guarding.asker(self.request))
            and TO_ONE.take(registration.sender_email.casefold())
            and FROM_ALL.take()
        )

    def _save(self, registration: Registration) -> HttpResponse:
        with transaction.atomic():
            if not timed.spend(self.request, self.purpose):
                return guarding.refuse(self.request, "replay", 409)
            send_registration(
                registration, offered=self.sheet.offered, sent_at=timezone.now()
            )
            word = self.request.GET.get("asked", "")
            take_as_answer(registration, word, on=timezone.localdate())
        path = talk_address(registration)
        link = absolute(path, self.request)
        is_told = tell_sender(registration, "sent", link=link)
        return redirect(f"{path}?sent={'mail' if is_told else 'link'}")
