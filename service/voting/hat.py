"""The hat: a draw that anybody can repeat with a standard tool.

The seed is a number or a word that nobody could choose once the names were in the hat:
dice thrown before everybody, or a number out of tomorrow’s newspaper. To repeat a draw:

1. Number the slips from 1, the names in the order of the ballot, only those in the hat.
2. For each slip, let the computer make the fingerprint (SHA-256) of seed and number,
   with a slash between them and nothing after them:

       printf '%s' '4711/1' | sha256sum
       printf '%s' '4711/2' | sha256sum

3. Put the fingerprints in order as a dictionary would, digits before letters. The slips
   come out of the hat in that order: the first is the first name drawn.
"""

from collections.abc import Sequence
from hashlib import sha256


def draw(seed: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return ``names``, given in ballot order, in the order in which they come out."""
    return tuple(names[nth] for nth in drawn_places(seed, len(names)))


def drawn_places(seed: str, slips: int) -> tuple[int, ...]:
    """Return the places of so many slips, from 0, in the order in which they come out.

    Only numbers go into the fingerprints, so that a draw can be repeated when a name
    has been forgotten, and two who share a name are told apart.
    """
    prints = [fingerprint(seed, number) for number in range(1, slips + 1)]
    return tuple(sorted(range(slips), key=prints.__getitem__))


def fingerprint(seed: str, number: int) -> str:
    """Return what ``sha256sum`` says of one slip: 64 hexadecimal digits."""
    return sha256(f"{seed}/{number}".encode()).hexdigest()
