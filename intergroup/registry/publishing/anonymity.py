"""The anonymity guard between the register and the public."""


class Censor:
    """Holds back words that may be a person’s until somebody has looked at them."""

    def text(self, model: str, pk: int, field: str, text: str) -> str:
        """Return a text of ``model`` (meeting, group, location) as it may be read."""
        return text
