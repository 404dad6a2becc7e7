"""Finding the group that a row of a spreadsheet speaks of."""

import re
from datetime import date

from django.utils.translation import gettext as _

from intergroup.registry.models import ExternalNumber, Group
from treasury.resources.rows import Facts, plain

LIKELY = 3
# Words that many groups have in their names, and that tell none from another.
COMMON = frozenset(("group", "the", "and", "meeting", "heroin", "anonymous", "night"))
_NUMBER = re.compile(r"[0-9]{1,9}")


class GroupBook:
    """Every group by its numbers and by its exact name; makes pending ones if asked."""

    def __init__(self, *, create: bool, today: date) -> None:
        self.create = create
        self.today = today
        self.made: list[Group] = []
        self.doubts: list[str] = []
        self.unmatched: dict[str, int] = {}
        groups = list(Group.objects.all())
        self.by_number = {group.number: group for group in groups}
        self.by_other_number = _other_numbers(groups)
        self.by_name: dict[str, list[Group]] = {}
        for group in groups:
            self._learn(group)

    def find(self, facts: Facts) -> Group | None:
        """Return the group by number, then by exact name; None if nobody can tell."""
        named = self._named(facts.group)
        numbered = self._by_number(facts)
        if numbered and named and numbered not in named:
            return self._torn(facts, numbered, named[0])
        if numbered:
            self._doubt_name(facts, numbered)
            return numbered
        if len(named) == 1:
            return named[0]
        if not named and self.create and any(map(str.isalpha, facts.group)):
            return self._make(facts)
        label = facts.group or str(facts.number or _("no name"))
        self.unmatched[label] = self.unmatched.get(label, 0) + 1
        return None

    def _named(self, name: str) -> list[Group]:
        """Return the groups of a name; of several, those spelled just so."""
        found = self.by_name.get(plain(name), [])
        just_so = [group for group in found if group.name == name]
        return just_so if len(found) > 1 and just_so else found

    def notes(self) -> list[str]:
        """Tell what was made, what was doubtful and what stayed without a group."""
        told = [_("New pending group: %s.") % group for group in self.made]
        for label, count in self.unmatched.items():
            sentence = _("“%(label)s” is no group here: %(count)s not identified.")
            told.append(sentence % {"label": label, "count": count})
        return told + self.doubts

    def _by_number(self, facts: Facts) -> Group | None:
        if facts.number is None:
            return None
        found = self.by_number.get(facts.number)
        return found or self.by_other_number.get(str(facts.number))

    def _torn(self, facts: Facts, numbered: Group, named: Group) -> None:
        """Leave a row unidentified whose number and name are two groups of ours."""
        sentence = _(
            "Row %(row)s: number %(number)s is “%(one)s” here, and “%(other)s” is "
            "number %(its)s: not identified. Is that column a group number?"
        )
        params = {
            "row": facts.row,
            "number": facts.number,
            "one": numbered.name,
            "other": named.name,
            "its": named.number,
        }
        self.doubts.append(sentence % params)

    def _doubt_name(self, facts: Facts, group: Group) -> None:
        names = {plain(group.name), plain(str(group))}
        if facts.group and plain(facts.group) not in names:
            sentence = _(
                "Row %(row)s: number %(number)s is “%(ours)s” here, not “%(file)s”."
            )
            params = {
                "row": facts.row,
                "number": facts.number,
                "ours": group.name,
                "file": facts.group,
            }
            self.doubts.append(sentence % params)

    def _make(self, facts: Facts) -> Group:
        """Register a pending group, with the file’s own number if nobody has it."""
        wanted = facts.number
        number = wanted if wanted else max(self.by_number, default=0) + 1
        group = Group(
            number=number,
            name=facts.group,
            status=Group.Status.PENDING,
            registered_on=self.today,
        )
        group.full_clean()
        group.save()
        self.made.append(group)
        self.by_number[number] = group
        self._learn(group)
        return group

    def likely(self, marked: str) -> list[Group]:
        """Return the groups that these words may mean, the likeliest first.

        A number counts most, then how many words of the name are there, cut or whole.
        """
        text = plain(marked)
        wanted = list(dict.fromkeys(_NUMBER.findall(text)))
        by_number = [self.by_number.get(int(each)) for each in wanted]
        others = [self.by_other_number.get(each) for each in wanted]
        found = [each for each in (*by_number, *self._named(marked), *others) if each]
        words = _telling_words(text)
        shared = {
            group: _alike(words, _telling_words(plain(group.name)))
            for group in self.by_number.values()
        }
        alike = [group for group in shared if shared[group]]
        alike.sort(key=lambda group: (-shared[group], group.number))
        return list(dict.fromkeys([*found, *alike]))[:LIKELY]

    def _learn(self, group: Group) -> None:
        for name in (plain(group.name), plain(str(group))):
            self.by_name.setdefault(name, []).append(group)


def _other_numbers(groups: list[Group]) -> dict[str, Group]:
    found = {group.haws_number: group for group in groups if group.haws_number}
    for each in ExternalNumber.objects.select_related("group"):
        found.setdefault(each.number, each.group)
    return found


def _alike(words: set[str], named: set[str]) -> int:
    """Count the words that a name has, cut short or not: “Sun.” is Sunday."""
    return sum(any(each.startswith(word) for each in named) for word in words)


def _telling_words(text: str) -> set[str]:
    """Return the words of three letters and more that tell a name from others."""
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return {each for each in words if len(each) > 2 and each.isalpha()} - COMMON
