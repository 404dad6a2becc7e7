"""The quorum in sentences: the rule, what the chair says, what the record says."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from intergroup.business.quorum.counting import (
    OF_THE_ROLL,
    Count,
    QuorumKind,
    Rule,
    groups_needed,
    has_enough,
    is_quorum,
    officers_needed,
)

MORE_THAN = {
    Fraction(1, 2): gettext_lazy("More than half of the groups on the roll"),
    Fraction(1, 3): gettext_lazy("More than one-third of the groups on the roll"),
    Fraction(2, 3): gettext_lazy("More than two-thirds of the groups on the roll"),
    Fraction(1, 4): gettext_lazy("More than one-quarter of the groups on the roll"),
    Fraction(3, 4): gettext_lazy("More than three-quarters of the groups on the roll"),
    Fraction(0): gettext_lazy("One group or more"),
    Fraction(1): gettext_lazy("Every group on the roll"),
}
AT_LEAST = {
    Fraction(1, 2): gettext_lazy("At least half of the groups on the roll"),
    Fraction(1, 3): gettext_lazy("At least one-third of the groups on the roll"),
    Fraction(2, 3): gettext_lazy("At least two-thirds of the groups on the roll"),
    Fraction(1, 4): gettext_lazy("At least one-quarter of the groups on the roll"),
    Fraction(3, 4): gettext_lazy("At least three-quarters of the groups on the roll"),
    Fraction(0): gettext_lazy("One group or more"),
    Fraction(1): gettext_lazy("Every group on the roll"),
}
ATTENDANCE = {
    Fraction(1, 2): gettext_lazy("Half of last year’s attendance, rounded up"),
    Fraction(1, 3): gettext_lazy("One-third of last year’s attendance, rounded up"),
    Fraction(2, 3): gettext_lazy("Two-thirds of last year’s attendance, rounded up"),
    Fraction(1, 4): gettext_lazy("One-quarter of last year’s attendance, rounded up"),
    Fraction(3, 4): gettext_lazy(
        "Three-quarters of last year’s attendance, rounded up"
    ),
    Fraction(0): gettext_lazy("One group or more"),
    Fraction(1): gettext_lazy("As many groups as came last year"),
}


def rule_in_words(rule: Rule, *, roll: int) -> str:
    """Return the rule with its number: “More than half …: 7 of 12.”"""
    if not rule.is_countable:
        return _why_not(rule)
    if rule.kind == QuorumKind.OFFICE:
        return _must(rule)
    told = f"{_rule(rule, roll)}."
    return f"{told} {_must(rule)}" if rule.office else told


def in_words(rule: Rule, count: Count) -> str:
    """Return what the chair says while the roll is called."""
    if not rule.is_countable or (rule.kind in OF_THE_ROLL and not count.roll):
        return _why_not(rule)
    if is_quorum(rule, count):
        return _("There is a quorum: %s.") % _clauses(rule, count)
    return _("There is no quorum yet: %s.") % _clauses(rule, count)


def on_record(rule: Rule, count: Count) -> str:
    """Return what the record says afterwards."""
    told = [_came(rule, count)] if rule.kind != QuorumKind.OFFICE else []
    if rule.office:
        somebody, nobody = _("Somebody was there as %s."), _("Nobody was there as %s.")
        told.append((somebody if count.is_office_here else nobody) % rule.office)
    if not is_quorum(rule, count):
        told.append(_("There was no quorum."))
    return " ".join(told)


def here_in_words(rule: Rule, count: Count) -> str:
    """Return who is here, as the rule counts them: “5 of 12 groups are here”."""
    if rule.kind in OF_THE_ROLL:
        params = {"here": count.groups, "roll": count.roll}
        told = ngettext(
            "%(here)s of %(roll)s groups is here",
            "%(here)s of %(roll)s groups are here",
            count.groups,
        )
        return told % params
    told, number = _kinds(rule, count.groups, count.officers)
    return ngettext("%s is here", "%s are here", number) % told


def _why_not(rule: Rule) -> str:
    if rule.kind == QuorumKind.ATTENDANCE:
        return _(
            "Nobody knows last year’s attendance yet: write it beside the quorum of "
            "the meeting."
        )
    if rule.kind == QuorumKind.OFFICE:
        return _("The rules do not say which position must be here for a quorum.")
    return _("No group is on the roll yet, so a quorum cannot be counted.")


def _must(rule: Rule) -> str:
    return _("Somebody must be here as %s.") % rule.office


def _rule(rule: Rule, roll: int) -> str:
    needed = groups_needed(rule, roll=roll)
    if rule.kind == QuorumKind.MIX:
        return _kinds(rule, needed, officers_needed(rule))[0]
    params = {"rule": _fraction(rule), "needed": needed, "roll": roll}
    if rule.kind == QuorumKind.ATTENDANCE:
        return _("%(rule)s: %(needed)s") % {**params, "needed": _groups(needed)}
    return _("%(rule)s: %(needed)s of %(roll)s") % params if roll else params["rule"]


def _fraction(rule: Rule) -> str:
    """Return the rule in words: “More than half of the groups on the roll”."""
    params = {"parts": rule.parts, "of": rule.of}
    known, others = {
        QuorumKind.AT_LEAST: (
            AT_LEAST,
            _("At least %(parts)s in %(of)s of the groups on the roll"),
        ),
        QuorumKind.ATTENDANCE: (
            ATTENDANCE,
            _("%(parts)s in %(of)s of last year’s attendance, rounded up"),
        ),
    }.get(
        rule.kind,
        (MORE_THAN, _("More than %(parts)s in %(of)s of the groups on the roll")),
    )
    named = known.get(Fraction(rule.parts, rule.of))
    return str(named) if named else others % params


def _clauses(rule: Rule, count: Count) -> str:
    if rule.kind == QuorumKind.OFFICE:
        return _named(rule, count)
    told = f"{here_in_words(rule, count)}, {_needed(rule, count)}"
    if not rule.office:
        return told
    params = {"told": told, "named": _named(rule, count)}
    if not has_enough(rule, count):
        return told if count.is_office_here else _("%(told)s, and %(named)s") % params
    joined = _("%(told)s, and %(named)s"), _("%(told)s, but %(named)s")
    return joined[not count.is_office_here] % params


def _named(rule: Rule, count: Count) -> str:
    somebody, nobody = _("somebody is here as %s"), _("nobody is here as %s")
    return (somebody if count.is_office_here else nobody) % rule.office


def _needed(rule: Rule, count: Count) -> str:
    groups, officers = groups_needed(rule, roll=count.roll), officers_needed(rule)
    if groups and officers:
        return _("%s are needed") % _kinds(rule, groups, officers)[0]
    number = groups or officers
    return ngettext("%(n)s is needed", "%(n)s are needed", number) % {"n": number}


def _came(rule: Rule, count: Count) -> str:
    params = {"here": count.groups, "roll": count.roll}
    groups, officers = groups_needed(rule, roll=count.roll), officers_needed(rule)
    if rule.kind in OF_THE_ROLL:
        params["needed"] = groups
        told = ngettext(
            "%(here)s of %(roll)s groups with a vote; %(needed)s was needed.",
            "%(here)s of %(roll)s groups with a vote; %(needed)s were needed.",
            groups,
        )
        return told % params
    params["here"] = _kinds(rule, count.groups, count.officers)[0]
    params["needed"] = _kinds(rule, groups, officers)[0]
    return _("There: %(here)s. Needed: %(needed)s.") % params


def _kinds(rule: Rule, groups: int, officers: int) -> tuple[str, int]:
    """Return groups, officers or both, as far as the rule asks; and how many."""
    if not officers_needed(rule):
        return _groups(groups), groups
    told = ngettext("%s officer", "%s officers", officers) % officers
    if not groups_needed(rule, roll=0):
        return told, officers
    return _("%(a)s and %(b)s") % {"a": _groups(groups), "b": told}, groups + officers


def _groups(number: int) -> str:
    return ngettext("%s group", "%s groups", number) % number
