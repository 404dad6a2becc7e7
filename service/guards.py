"""What the database itself keeps of service, whoever writes.

Nobody shares a seat on the same day; what was counted stays as it was counted; and an
election that is over is not told otherwise. The policy changes the stamp of all public
pages, because it is in their menu. On SQLite, OR REPLACE deletes without telling the
trigger of deleting; on PostgreSQL, two who fill one seat at the same moment would not
see each other, so they wait at the row of the position.
"""

from intergroup.kit.guarding import aborts, both, kept, not_replaced, once, raises
from intergroup.kit.guards import Guard
from intergroup.registry.guards import stamps

TAKEN = "service: somebody serves in this seat on some of these days"
KEPT = "service: what was counted is kept; take the ballot back instead"
OVER = "service: an election that is over stays as it is"

_SHARED = (
    "EXISTS (SELECT 1 FROM service_term other "
    "WHERE other.position_id = NEW.position_id AND other.seat = NEW.seat "
    "AND (other.standing = 'acting') = (NEW.standing = 'acting') "
    "AND (other.ends_on IS NULL OR other.ends_on > NEW.began_on) "
    "AND (NEW.ends_on IS NULL OR other.began_on < NEW.ends_on){other_row})"
)
_ALONE = "PERFORM 1 FROM service_position WHERE id = NEW.position_id FOR NO KEY UPDATE;"
_ELECTION = ("position_id", "seats", "method_id", "rules", "begins_on", "ends_on")
_IS_TOLD_OTHERWISE = (
    "OLD.outcome <> '' AND ("
    + " OR ".join(f"NEW.{each} IS DISTINCT FROM OLD.{each}" for each in _ELECTION)
    + " OR (NEW.outcome <> OLD.outcome AND NOT "
    "(OLD.outcome = 'elected' AND NEW.outcome = 'declined')))"
)


def _alone_in_a_seat(name: str, event: str, *, other_row: str = "") -> Guard:
    shared = _SHARED.format(other_row=other_row)
    return Guard(
        name=f"service_term_{name}",
        table="service_term",
        fires=f"BEFORE {event}",
        sqlite=f"WHEN {shared} {aborts(TAKEN)}",
        postgresql=(
            f"BEGIN {_ALONE} IF {shared} THEN {raises(TAKEN)} END IF; RETURN NEW; END"
        ),
    )


GUARDS = (
    *stamps("service_policy"),
    _alone_in_a_seat("begins_in_a_free_seat", "INSERT"),
    _alone_in_a_seat(
        "stays_in_a_free_seat", "UPDATE", other_row=" AND other.id <> OLD.id"
    ),
    *not_replaced("service_term", ("id",), TAKEN),
    both(
        "service_election_over_stays",
        "service_election",
        "UPDATE",
        _IS_TOLD_OTHERWISE,
        OVER,
    ),
    both(
        "service_election_is_kept",
        "service_election",
        "DELETE",
        "OLD.id IS NOT NULL",
        OVER,
    ),
    *not_replaced("service_election", ("id", "follows_id"), OVER),
    *kept(
        "service_ballot",
        (
            "id",
            "election_id",
            "number",
            "handed_out",
            "voters_online",
            "valid_in_room",
            "valid_online",
            "ayes_in_room",
            "ayes_online",
            "noes_in_room",
            "noes_online",
            "blank_in_room",
            "blank_online",
            "invalid_in_room",
            "invalid_online",
            "recorded_at",
            "recorded_by_id",
        ),
        KEPT,
    ),
    once("service_ballot", ("taken_back_at",), KEPT),
    *not_replaced("service_ballot", ("id",), KEPT),
    *kept(
        "service_ballotcount",
        ("id", "ballot_id", "nomination_id", "in_room", "online"),
        KEPT,
    ),
    *not_replaced("service_ballotcount", ("id",), KEPT),
    *kept(
        "service_ballotmotion",
        ("id", "election_id", "number", "is_moved", "is_seconded", "ayes", "noes"),
        KEPT,
    ),
    *not_replaced("service_ballotmotion", ("id",), KEPT),
    *kept(
        "service_draw",
        (
            "id",
            "election_id",
            "number",
            "seed",
            "slips",
            "by_hand",
            "announced_at",
        ),
        KEPT,
    ),
    once("service_draw", ("drawn_at",), KEPT),
    *not_replaced("service_draw", ("id",), KEPT),
)
