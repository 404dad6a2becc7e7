"""Rotation told: the year’s plan, what to elect, who may stand again."""

from service.reports.rotation.candidates import notes_on
from service.reports.rotation.electing import ElectionList, election_list
from service.reports.rotation.plan import RotationPlan, rotation_plan

__all__ = [
    "ElectionList",
    "RotationPlan",
    "election_list",
    "notes_on",
    "rotation_plan",
]
