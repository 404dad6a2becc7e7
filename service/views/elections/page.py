"""The page of an election: one thing to do next, and below it all that happened."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intergroup.kit import office
from service.actions.electing import out_of_turn, rules_of
from service.models import Election, Position
from service.reports.elections import ElectionRecord, election_record
from service.reports.elections.agenda import election_after
from service.reports.rotation import notes_on
from service.reports.vacancies import months_in_words
from service.views.elections import showing
from service.views.elections.ballot_form import BallotForm
from service.views.elections.finding import (
    RUNS,
    crumbs_of,
    find,
    may_read,
    title_of,
)
from service.views.elections.forms import (
    ByHandForm,
    MotionForm,
    NominateForm,
    SeedForm,
)
from service.views.elections.writing import look_again
from service.voting import Next, Rules, Step, System


@require_safe
@never_cache
@login_required
@may_read
def election(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an election; ``?count`` once nominations are closed."""
    return show(request, find(pk), is_counting="count" in request.GET)


def show(
    request: HttpRequest,
    election: Election,
    *,
    is_counting: bool = False,
    **refused: forms.Form,
) -> HttpResponse:
    """Render the page; ``refused`` is a form that comes back with its errors.

    A form whose turn has gone by leads to the election as it stands now.
    """
    record = election_record(election)
    runs = request.user.has_perm(RUNS)
    task = showing.task_of(record, is_counting=is_counting or "count" in refused)
    is_run = runs and not record.is_over
    parts = _parts(task, election, record) if is_run else {}
    if refused.keys() - parts.keys():
        return look_again(request, election, out_of_turn())
    return office.page(
        request,
        "service/office/election.html",
        status=400 if refused else 200,
        title=title_of(election),
        crumbs=crumbs_of(),
        task=task,
        task_template=f"service/office/election_{task}.html" if is_run else "",
        runs=runs,
        is_run=is_run,
        errors=bool(refused),
        **_told(election, record),
        **{**parts, **refused},
    )


def _told(election: Election, record: ElectionRecord) -> dict[str, object]:
    """Return what everybody reads: what was counted, who stands, where it leads."""
    return {
        "election": election,
        "record": record,
        "counted": showing.counted(record),
        "drawn": list(showing.drawn(record)),
        "nominees": list(showing.nominees(election, record)),
        "nominated": showing.nominated(record),
        "suggested": _suggested(election.position),
        "later": election_after(election),
        "again": Election.objects.filter(follows=election).first(),
        **showing.latest(record),
    }


def names_of(record: ElectionRecord) -> dict[int, str]:
    """Return the names of everybody nominated."""
    return {each.pk: each.name for each in record.nominated}


def _parts(task: str, election: Election, record: ElectionRecord) -> dict[str, object]:
    """Return the forms that the next step needs, and what it is about."""
    after, names = record.standing.next, names_of(record)
    parts: dict[str, object] = {}
    match task:
        case "nominate":
            parts = {"nominate": NominateForm(election)}
        case "count":
            parts = _counting(after, names, rules_of(election))
        case "motion":
            parts = {"motion": MotionForm(number=1)}
        case "hat":
            by_hand = ByHandForm(among=after.among, names=names)
            parts = {"announce": SeedForm(), "by_hand": by_hand}
        case "seat":
            parts = _seating(election, record)
    if record.standing.may_reconsider and not record.hats:
        parts["reconsider"] = MotionForm(number=2)
    return parts


def _counting(after: Next, names: dict[int, str], rules: Rules) -> dict[str, object]:
    """Return the boxes, and by what the sums tell how many votes elect."""
    return {
        "count": BallotForm(None, after=after, names=names),
        "rules": rules,
        "has_needed": after.step == Step.YES_NO or rules.system != System.PLURALITY,
    }


def _seating(election: Election, record: ElectionRecord) -> dict[str, object]:
    """Return who was elected, with what the chair should know; and the alternate."""
    people = {
        each.pk: each.person for each in election.nominations.select_related("person")
    }
    standing = record.standing
    elected = [
        (each, str(people[each]), notes_on(people[each], election))
        for each in standing.elected
    ]
    return {
        "elected": elected,
        "alternate": (standing.alternate, people.get(standing.alternate)),
    }


def _suggested(position: Position) -> list[str]:
    """Return what the body suggests of those who serve, in words."""
    told = [position.who_may_hold] if position.who_may_hold else []
    if position.sobriety_months:
        time = months_in_words(position.sobriety_months)
        told.append(_("%s of continuous sobriety") % time)
    return told
