"""Whatever a body may have stored: posts of any rule, turns that share no day."""

from datetime import date, timedelta

from hypothesis import strategies as st

from service.rotation import Post, RemainderCounts, StaggerGroup, StepsUp, Turn

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 1500).map(lambda days: FIRST + timedelta(days=days))


@st.composite
def posts(draw):
    """One to four posts, which may be alternates of any, even of themselves."""
    count = draw(st.integers(1, 4))
    return [
        Post(
            key=key,
            term_months=draw(st.sampled_from([1, 6, 12, 24])),
            seats=draw(st.integers(1, 2)),
            most_terms=draw(st.sampled_from([None, 1, 2])),
            months_off=draw(st.sampled_from([None, 12])),
            is_binding=draw(st.booleans()),
            remainder_counts=draw(st.sampled_from(RemainderCounts)),
            cycle_from=draw(st.none() | DAYS),
            stagger_group=draw(st.sampled_from(StaggerGroup)),
            election_month=draw(st.none() | st.integers(1, 12)),
            alternate_of=draw(st.none() | st.integers(1, count)),
            steps_up=draw(st.sampled_from(StepsUp)),
            closed_on=draw(st.none() | DAYS),
        )
        for key in range(1, count + 1)
    ]


@st.composite
def services(draw):
    """Posts and their turns; one seat more than a post has may have been served."""
    found, turns = draw(posts()), []
    for post in found:
        for seat in range(1, post.seats + 2):
            turns += draw(lines(post.key, seat, len(turns)))
    return found, turns


@st.composite
def lines(draw, post, seat, first_key):
    """The turns of one seat, with or without days between them."""
    turns, day = [], draw(DAYS)
    for key in range(first_key + 1, first_key + 1 + draw(st.integers(0, 4))):
        began_on = day + timedelta(days=draw(st.sampled_from([0, 0, 1, 40, 400])))
        day = began_on + timedelta(days=draw(st.sampled_from([0, 1, 90, 366, 800])))
        early = timedelta(days=draw(st.sampled_from([0, 0, 1, 200])))
        turns.append(
            Turn(
                key=key,
                post=post,
                seat=seat,
                person=draw(st.integers(1, 6)),
                began_on=began_on,
                ends_on=day,
                planned_end_on=draw(st.sampled_from([None, day + early])),
                standing=draw(st.sampled_from(["", "", "interim"])),
            )
        )
    return turns
