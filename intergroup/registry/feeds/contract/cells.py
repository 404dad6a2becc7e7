"""What the rules of the contract share: a row, a finding, and reading a cell."""

from collections.abc import Mapping

Row = Mapping[str, object]
Found = tuple[str, str]  # the field, and the sentence


def text_of(row: Row, name: str) -> str:
    """Return a cell as text; nothing for none, or for what is no text."""
    value = row.get(name)
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_text else ""
