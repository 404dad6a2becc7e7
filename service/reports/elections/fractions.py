"""Parts of a vote in words: “two-thirds”, “more than half”."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

_PARTS = {
    Fraction(1, 2): gettext_lazy("half"),
    Fraction(1, 3): gettext_lazy("one-third"),
    Fraction(2, 3): gettext_lazy("two-thirds"),
    Fraction(1, 4): gettext_lazy("one-quarter"),
    Fraction(3, 4): gettext_lazy("three-quarters"),
    Fraction(1, 5): gettext_lazy("one-fifth"),
    Fraction(3, 5): gettext_lazy("three-fifths"),
    Fraction(4, 5): gettext_lazy("four-fifths"),
    Fraction(1): gettext_lazy("all"),
}


def part_in_words(parts: int, of: int) -> str:
    """Return “two-thirds”, or “5 of 7” for a part that has no word."""
    known = _PARTS.get(Fraction(parts, of))
    return (
        str(known) if known else _("%(parts)s of %(of)s") % {"parts": parts, "of": of}
    )


def share_in_words(votes: int, total: int) -> str:
    """Return “10 of 50 votes”."""
    told = ngettext(
        "%(votes)s of %(total)s vote", "%(votes)s of %(total)s votes", total
    )
    return told % {"votes": votes, "total": total}


def elect_in_words(needed: int) -> str:
    """Return “20 elect”, “1 elects”: the fewest votes that do."""
    return ngettext("%(n)s elects", "%(n)s elect", needed) % {"n": needed}


def names_in_words(names: list[str]) -> str:
    """Return “Ann B., Bob C. and Cy D.”"""
    if len(names) < 2:
        return "".join(names)
    params = {"names": ", ".join(names[:-1]), "last": names[-1]}
    return _("%(names)s and %(last)s") % params
