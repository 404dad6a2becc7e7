"""How anybody repeats a draw: the line to type, right for every seed."""


def command(said: str) -> str:
    """Return what to type to see the fingerprint of ``said``, a seed and a number.

    A seed of other letters than those of every keyboard is typed as its bytes, so that
    nobody needs to guess at what stands on paper.
    """
    if is_plain(said):
        told = said.replace("'", "'\\''")
        return f"printf '%s' '{told}' | sha256sum"
    told = "".join(_byte(each) for each in said.encode())
    return f"printf '{told}' | sha256sum"


def is_plain(said: str) -> bool:
    """Tell whether everybody can read it on paper and type it."""
    return said.isascii() and said.isprintable() and "  " not in said


def _byte(value: int) -> str:
    """Return a letter or figure as it is, and anything else as printf wants it."""
    letter = chr(value)
    is_plain = letter.isascii() and (letter.isalnum() or letter == "/")
    return letter if is_plain else f"\\{value:03o}"
