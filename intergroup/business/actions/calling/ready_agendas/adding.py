"""Adding a ready-made order of business by its name; twice adds nothing."""

from django.db import transaction

from intergroup.business.actions.calling.ready_agendas.shapes import ReadyAgenda
from intergroup.business.models import AgendaTemplate, AgendaTemplateItem

STEP = 10  # between two lines, so that others fit in


@transaction.atomic
def add_ready_agenda(ready: ReadyAgenda) -> AgendaTemplate | None:
    """Save it as a template, the usual one where there is none; None if it is there."""
    templates = AgendaTemplate.objects.all()
    if templates.filter(name__iexact=str(ready.name)).exists():
        return None
    is_usual = not templates.filter(is_usual=True).exists()
    template = AgendaTemplate(name=str(ready.name), is_usual=is_usual)
    template.full_clean()
    template.save()
    for nth, each in enumerate(ready.items, start=1):
        item = AgendaTemplateItem(
            template=template,
            order=nth * STEP,
            kind=each.kind,
            title=str(each.title),
            led_by=str(each.led_by),
            minutes=each.minutes,
        )
        item.full_clean()
        item.save()
    return template
