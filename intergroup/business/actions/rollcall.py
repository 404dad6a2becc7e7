"""The roll, kept as it was on the day it was called."""

from datetime import date

from django.db import transaction

from intergroup.business.models import BusinessMeeting


@transaction.atomic
def keep_roll(meeting: BusinessMeeting, *, on: date) -> None:
    """Keep how many groups are on the roll, once the day has come and one has answered.

    A number that is kept already stays.
    """
    has_come = meeting.held_on <= on
    if has_come and meeting.roll_size is None and meeting.roll.exists():
        meeting.roll_size = meeting.count_roll()
        meeting.save(update_fields=["roll_size"])
