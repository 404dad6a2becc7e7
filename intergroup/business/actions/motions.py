"""What becomes of a motion."""

from intergroup.business.models import BusinessMeeting, Motion


def settle(motion: Motion, *, at: BusinessMeeting) -> None:
    """Note the meeting that settles ``motion``; one that waits has none. Saves nothing.

    A meeting that is noted already stays.
    """
    if motion.result in Motion.WAITING:
        motion.decided_at = None
    elif motion.decided_at_id is None:
        motion.decided_at = at
