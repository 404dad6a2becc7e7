"""The number of a motion: MM-YY-NN or YYYY-NNN, one after the other."""

from intergroup.business.models import BusinessMeeting, Motion, Numbering, Rules
from intergroup.registry.models import Body


def hold_book() -> None:
    """Let nobody else give a number until this transaction ends.

    Before the body is entered there is no row to wait at, and two who ask at once are
    kept apart by the constraint alone.
    """
    Body.objects.select_for_update().order_by("pk").first()


def next_number(meeting: BusinessMeeting) -> str:
    """Return the number that comes next for a motion brought to ``meeting``."""
    is_by_year = Rules.objects.current().numbering == Numbering.YEAR
    begin = f"{meeting.held_on:%Y}-" if is_by_year else f"{meeting.held_on:%m-%y}-"
    figures = 3 if is_by_year else 2
    given = Motion.objects.filter(number__startswith=begin)
    ends = (
        number.removeprefix(begin) for number in given.values_list("number", flat=True)
    )
    taken = [int(end) for end in ends if end.isascii() and end.isdigit()]
    return f"{begin}{max(taken, default=0) + 1:0{figures}}"
