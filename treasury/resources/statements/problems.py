"""What is wrong with a file, counted, and told as far as anyone reads."""

from dataclasses import dataclass, field

from django.utils.translation import ngettext

TOLD = 50


@dataclass(slots=True)
class Problems:
    """Sentences on what is wrong; beyond the first ones only their number is kept."""

    sentences: list[str] = field(default_factory=list)
    beyond: int = 0

    def add(self, sentence: str) -> None:
        """Keep one more sentence, or count it."""
        if len(self.sentences) < TOLD:
            self.sentences.append(sentence)
        else:
            self.beyond += 1

    def told(self) -> tuple[str, ...]:
        """Return the sentences, and a last one on how many more there are."""
        if not self.beyond:
            return tuple(self.sentences)
        more = ngettext(
            "One more line is wrong in a like way.",
            "%s more lines are wrong in a like way.",
            self.beyond,
        )
        return (*self.sentences, more % self.beyond if self.beyond > 1 else more)
