"""The sheet that tellers count on: a row for each name, and what its numbers mean."""

from dataclasses import dataclass, replace

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import pages, pdf
from service.reports.elections.papers.asking import Question
from service.reports.elections.record import ElectionRecord
from service.reports.elections.words import method_in_words
from service.voting import Rules, SmallestTie, System
from service.voting.fractions import needed
from service.voting.withdrawing import ONE_FIFTH, ONE_THIRD

LARGEST_VOTE = 100
IN_A_BLOCK = 15
ROWS_TO_WRITE_ON = 8
FEWEST_FIVES, MOST_FIVES = 6, 12


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule after one ballot in words; ``asks`` names the number to fill in."""

    ballot: str
    told: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class TallySheet:
    """A ballot to be counted: rows, the rules, and ``blocks`` of rows of the table.

    A row of the table has the total vote T, the fewest votes that elect, and by the
    Third Legacy Procedure the fewest that stay: one-fifth and one-third. ``fives`` are
    the places for five strokes each in a row.
    """

    position: str
    meeting: str
    title: str
    on: tuple[str, ...]
    rows: tuple[str, ...]
    fives: tuple[int, ...]
    total: str
    rules: tuple[Rule, ...]
    blocks: tuple[tuple[tuple[int, ...], ...], ...]

    @property
    def has_shares(self) -> bool:
        """Whether the table has one-fifth and one-third too."""
        return bool(self.blocks) and len(self.blocks[0][0]) > 2


def tally_sheet(
    record: ElectionRecord, asked: Question, rules: Rules, *, voters: int
) -> TallySheet:
    """Return the sheet for a ballot on which as many as ``voters`` may vote."""
    rows = (_("Yes"), _("No")) if asked.is_yes_no else asked.names
    fives = min(max(-(-voters // 5), FEWEST_FIVES), MOST_FIVES)
    return TallySheet(
        position=record.position,
        meeting=record.meeting,
        title=asked.title,
        on=asked.names if asked.is_yes_no else (),
        rows=rows or ("",) * ROWS_TO_WRITE_ON,
        fives=tuple(range(fives)),
        total=_total(asked, rules),
        rules=_rules(asked, rules),
        blocks=_blocks(asked, rules),
    )


def tally_html(sheet: TallySheet, *, large: bool = False) -> str:
    """Return the sheet as a page of HTML."""
    context = pages.context(sheet=sheet, large=large)
    return render_to_string("service/print/tally.html", context)


def tally_pdf(sheet: TallySheet, *, large: bool = False) -> bytes:
    """Return the sheet on paper: one page for as many as twelve names."""
    return pdf.from_html(tally_html(sheet, large=large))


def _total(asked: Question, rules: Rules) -> str:
    if asked.is_yes_no:
        told = _("yes and no together")
    elif asked.seats > 1:
        told = _("valid ballots, each counted once")
    else:
        told = _("all valid votes")
    return _("%s, and blank") % told if rules.are_blanks_counted else told


def _rules(asked: Question, rules: Rules) -> tuple[Rule, ...]:
    by_share = replace(rules, system=System.MAJORITY) if asked.is_yes_no else rules
    elects = Rule(_("any"), method_in_words(by_share), _("elect"))
    if asked.is_yes_no:
        return (elects,)
    if rules.system == System.THIRD_LEGACY:
        return (elects, *_third_legacy(rules))
    if rules.system == System.PLURALITY:
        return (replace(elects, asks=""),)
    told = _(
        "Nobody is withdrawn by a rule. Who wishes may withdraw before the next ballot."
    )
    return (elects, Rule(elects.ballot, told))


def _third_legacy(rules: Rules) -> tuple[Rule, ...]:
    if rules.smallest_tie == SmallestTie.ALL:
        fewest = _("Who has the fewest votes is withdrawn, and all who tie for it.")
    else:
        fewest = _("Who has the fewest votes is withdrawn; nobody, if several tie.")
    return (
        Rule("1", _("Nobody is withdrawn, but by their own will.")),
        Rule("2", _("Who has less than one-fifth of T is withdrawn."), _("stay")),
        Rule("3", _("Who has less than one-third of T is withdrawn."), _("stay")),
        Rule("4", fewest, _("the fewest")),
        Rule("2–4", str(_TOP_TWO)),
        Rule("5", str(_THE_END)),
    )


def _blocks(asked: Question, rules: Rules) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return the table in columns; nothing where the most votes win."""
    if rules.system == System.PLURALITY and not asked.is_yes_no:
        return ()
    rows = [_row(total, asked, rules) for total in range(1, LARGEST_VOTE + 1)]
    return tuple(
        tuple(rows[first : first + IN_A_BLOCK])
        for first in range(0, LARGEST_VOTE, IN_A_BLOCK)
    )


def _row(total: int, asked: Question, rules: Rules) -> tuple[int, ...]:
    row = (total, rules.needed(total))
    if asked.is_yes_no or rules.system != System.THIRD_LEGACY:
        return row
    fifth, third = (needed(total, parts=p, of=of) for p, of in (ONE_FIFTH, ONE_THIRD))
    return (*row, fifth, third)


_TOP_TWO = gettext_lazy(
    "The top two always remain: if several tie for first, those alone; otherwise the "
    "leader and all who tie for second."
)
_THE_END = gettext_lazy(
    "Only after a motion, a second and a majority of hands. Without it, or if it "
    "elects nobody: the hat."
)
