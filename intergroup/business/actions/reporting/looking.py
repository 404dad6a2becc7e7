"""A look at what is about to be sent: is there a surname in it, or a telephone?"""

from collections.abc import Mapping

from intergroup.registry.actions.looking import scan
from intergroup.registry.actions.looking.guarded import known_here
from intergroup.registry.models import Body, Directory


def personal_words(said: Mapping[str, object]) -> tuple[str, ...]:
    """Return the words that may be a person’s, each once, in the order they stand."""
    texts = [each for each in said.values() if isinstance(each, str) and each]
    if not texts:
        return ()
    known = known_here(Body.objects.current(), Directory.objects.current())
    return tuple(
        dict.fromkeys(found.words for text in texts for found in scan(text, known))
    )
