"""A letter box for the tests: what was sent to whom, and one that is broken."""


class Box:
    """Takes every question with its token; refuses those to ``refused`` addresses."""

    def __init__(self, *refused):
        self.refused = refused
        self.letters = []

    def __call__(self, question, token, address):
        if address in self.refused:
            raise ConnectionRefusedError("no")
        self.letters.append((question, token, address))

    @property
    def addresses(self):
        return [address for _question, _token, address in self.letters]

    @property
    def token(self):
        """The token of the last letter."""
        return self.letters[-1][1]
