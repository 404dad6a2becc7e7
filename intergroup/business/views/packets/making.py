"""A packet is made by itself: how far it is stands in its row, and what came of it."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.presenting import give_up, keep_packet, note_progress
from intergroup.business.models import PacketMaking
from intergroup.business.printing import count_parts, print_packet
from intergroup.kit import background, pdf, reports
from intergroup.registry.models import Body, Group

AT_ONCE = 60  # groups on the roll whose packet takes no longer than a page may


def begin(making: PacketMaking) -> None:
    """Make it now where that is quick, and otherwise in a process of its own."""
    if Group.objects.on_the_roll().count() <= AT_ONCE:
        make(making)
    elif not background.launch("packet", "--asked", str(making.pk)):
        problem = _("The work could not begin. Try again in a minute.")
        give_up(making, problem=problem, at=timezone.now())


def make(making: PacketMaking) -> None:
    """Make what is wanted and keep it, or the sentence that says why not."""
    parts, on = count_parts(), Body.objects.today()

    def told(done: int, doing: str) -> None:
        now = timezone.now()
        note_progress(making, done=done, of=parts, doing=doing, at=now)

    meeting = making.meeting
    if making.is_final and not meeting.is_final:
        meeting.final_on = on  # as it will be: it is saved with the packet
    try:
        made = print_packet(meeting, large=making.is_large, told=told)
        content, pages, now = made.data, made.pages, timezone.now()
        keep_packet(making, content=content, pages=pages, on=on, at=now)
    except ValidationError as error:
        give_up(making, problem=" ".join(error.messages), at=timezone.now())
    except (reports.DoesNotFootError, pdf.CannotPrintError) as error:
        give_up(making, problem=str(error), at=timezone.now())
    except Exception:
        give_up(making, problem=_broken(), at=timezone.now())
        raise


def _broken() -> str:
    return _("Something went wrong while it was made; nothing is lost. Try again.")
