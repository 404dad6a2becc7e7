"""Ready-made orders of business: each shown whole, and added by one button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intergroup.business.actions.calling.ready_agendas import (
    READY_AGENDAS,
    add_ready_agenda,
)
from intergroup.business.models import AgendaTemplate
from intergroup.kit import admin, office

LIST = "admin:business_agendatemplate_changelist"
may_add = permission_required("business.add_agendatemplate", raise_exception=True)


@require_safe
@never_cache
@login_required
@may_add
def ready_agendas(request: HttpRequest) -> HttpResponse:
    """Show which orders of business there are, and which of them the body has."""
    there = {each.name.casefold() for each in AgendaTemplate.objects.all()}
    return office.page(
        request,
        "business/office/ready_agendas.html",
        title=_("Ready-made agendas"),
        crumbs=[(_("Agenda templates"), reverse(LIST))],
        agendas=[
            (each, str(each.name).casefold() in there)
            for each in READY_AGENDAS.values()
        ],
    )


@require_POST
@never_cache
@login_required
@may_add
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add one; what is there already stays as it is."""
    ready = READY_AGENDAS.get(slug)
    if ready is None:
        raise Http404(slug)
    template = add_ready_agenda(ready)
    if template is None:
        messages.info(request, _("“%s” is there already.") % ready.name)
        return redirect("business:ready-agendas")
    screen = admin.site.get_model_admin(AgendaTemplate)
    screen.log_addition(request, template, [{"added": {}}])
    told = _("Added “%s”. Change it as your body has it.") % template
    messages.success(request, told)
    return redirect("admin:business_agendatemplate_change", template.pk)
