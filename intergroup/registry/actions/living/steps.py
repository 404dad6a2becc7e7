"""Which step may follow which status, as a table, and how one is taken.

The statuses and steps are those of AA’s Fellowship Connection, which registrars know;
“missing” is the St. Paul Intergroup’s.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import Hand, facts, record_changes
from intergroup.registry.models import Group

Status = Group.Status
MEETS = Group.ON_THE_ROLL
THERE = tuple(each for each in Status if each not in Group.GONE)


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a group: from which statuses, and to which."""

    label: str
    of: tuple[str, ...]
    to: tuple[str, ...]


STEPS: dict[str, Step] = {
    "review": Step(
        gettext_lazy("Reviewed: it is pending"), (Status.NEW,), (Status.PENDING,)
    ),
    "begin": Step(gettext_lazy("It has begun"), (Status.PRE_DATED,), (Status.PENDING,)),
    "activate": Step(
        gettext_lazy("Its waiting time is over"),
        (Status.PENDING,),
        (Status.ACTIVE, Status.INCOMPLETE),
    ),
    "complete": Step(
        gettext_lazy("Nothing is lacking any more"),
        (Status.INCOMPLETE,),
        (Status.ACTIVE,),
    ),
    "pause": Step(gettext_lazy("Pause"), MEETS, (Status.PAUSED,)),
    "resume": Step(gettext_lazy("Meets again"), (Status.PAUSED,), MEETS),
    "say-closed": Step(
        gettext_lazy("Said to have closed"),
        (*MEETS, Status.PAUSED, Status.MISSING),
        (Status.PENDING_INACTIVE,),
    ),
    "confirm-open": Step(
        gettext_lazy("It meets after all"), (Status.PENDING_INACTIVE,), MEETS
    ),
    "close": Step(gettext_lazy("Close"), THERE, (Status.INACTIVE,)),
    "reopen": Step(gettext_lazy("Open again"), (Status.INACTIVE,), MEETS),
    "merge": Step(gettext_lazy("Merge into another group"), THERE, (Status.MERGED,)),
    "unmerge": Step(gettext_lazy("Undo the merging"), (Status.MERGED,), MEETS),
    "report-missing": Step(
        gettext_lazy("Not found when visited"),
        (*MEETS, Status.PENDING_INACTIVE),
        (Status.MISSING,),
    ),
    "find-again": Step(gettext_lazy("Found again"), (Status.MISSING,), MEETS),
}


def steps_from(status: str) -> list[str]:
    """Return the names of the steps that a group of this status may take."""
    return [name for name, step in STEPS.items() if status in step.of]


def lacks(group: Group, *, on: date) -> list[str]:
    """Return, in words, what an active group needs and this one has not.

    That is somebody to write to, and a meeting with a time or by appointment.
    """
    found = []
    representatives = group.representatives.filter(began_on__lte=on)
    still = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    if not (group.contacts.on(on).exists() or representatives.filter(still).exists()):
        found.append(_("a contact or a representative"))
    told = Q(day__isnull=True) | Q(time__isnull=False)
    if not group.meetings.listed().filter(told).exists():
        found.append(_("a meeting with its day and time"))
    return found


def as_it_meets(group: Group, *, on: date) -> str:
    """Return the status of a group that meets: pending, active or incomplete."""
    if group.pending_until and on < group.pending_until:
        return Status.PENDING
    return Status.INCOMPLETE if lacks(group, on=on) else Status.ACTIVE


def begin_step(name: str, group: Group) -> dict[str, str]:
    """Hold the register, read the group anew, and refuse a step it may not take.

    Returns what ``finish_step`` compares with. Raises ValidationError
    (``not_this_step``). ``group`` itself is brought up to date.
    """
    hold_register()
    group.refresh_from_db()
    if group.status not in STEPS[name].of:
        message = _("“%(step)s” is not possible now: “%(group)s” is %(status)s.")
        params = {
            "step": STEPS[name].label,
            "group": group,
            "status": group.get_status_display().lower(),
        }
        raise ValidationError(message, code="not_this_step", params=params)
    return facts(group)


def finish_step(
    group: Group, before: dict[str, str], hand: Hand, **values: object
) -> Group:
    """Set the new status and what goes with it, and record what changed."""
    for name, value in {**values, "status_since": hand.on}.items():
        setattr(group, name, value)
    group.validate_constraints()
    group.save(update_fields=[*values, "status_since"])
    record_changes(group, before, hand)
    return group
