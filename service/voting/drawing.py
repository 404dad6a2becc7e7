"""Going to the hat: those who still stand, the first name drawn elected.

Who is drawn and declines makes room for the next name drawn. Where the body has the
second name fill the alternate, that is the next after the first who serves.
"""

from collections.abc import Sequence

from service.voting.course import Course
from service.voting.standing import Next, Step
from service.voting.why import Why


def out_of_the_hat(course: Course) -> Next:
    """Elect the first name out of the hat, or return the hat as it is to be drawn."""
    wanted = 2 if course.rules.second_drawn else 1
    order, hat = _draw(course, wanted)
    serving = [each for each in order if not course.has_gone(each)][:wanted]
    is_done = len(serving) == wanted or not hat
    passed = order[: order.index(serving[-1])] if len(serving) == wanted else order
    course.became(Why.DECLINED, [each for each in passed if course.has_gone(each)])
    _serve(course, serving)
    if not is_done:
        return course.wait(Step.HAT, hat, seats=0 if serving else 1)
    course.became(Why.NOT_DRAWN, course.standing)
    return course.finish()


def _draw(course: Course, wanted: int) -> tuple[list[int], list[int]]:
    """Draw until ``wanted`` of the names serve; return them, and who is in the hat."""
    order: list[int] = []
    hat = list(course.standing)
    while hat and sum(not course.has_gone(each) for each in order) < wanted:
        drawn = course.draw(hat)
        if not drawn:
            break
        order += drawn
        hat = [each for each in hat if each not in drawn]
    return order, hat


def _serve(course: Course, serving: Sequence[int]) -> None:
    """Write down the first name as elected and the second, if any, as alternate."""
    for each in serving[:1]:
        why = Why.DRAWN if course.is_drawn(each) else Why.LAST_SLIP
        course.became(why, [each])
        course.elected.append(each)
    for each in serving[1:]:
        course.became(Why.DRAWN_SECOND, [each])
        course.alternate = each
