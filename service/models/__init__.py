"""The tables of service."""

from service.models.ballots import Ballot, BallotCount, BallotMotion, Draw
from service.models.committees import Committee
from service.models.elections import Election, Nomination
from service.models.handover import Handover, HandoverItem, HandoverPoint
from service.models.methods import ElectionMethod
from service.models.policy import Policy
from service.models.positions import Position
from service.models.terms import Term

__all__ = [
    "Ballot",
    "BallotCount",
    "BallotMotion",
    "Committee",
    "Draw",
    "Election",
    "ElectionMethod",
    "Handover",
    "HandoverItem",
    "HandoverPoint",
    "Nomination",
    "Policy",
    "Position",
    "Term",
]
