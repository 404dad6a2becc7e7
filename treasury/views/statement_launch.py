"""Starting the process that makes the statements of a batch, apart from the page."""

from intergroup.kit import background


def launch(batch_pk: int) -> bool:
    """Start the work, which outlives the page and the server; tell whether it began.

    The command looks whether it can begin, goes on in a process of its own, and ends.
    """
    return background.launch(*words(batch_pk), "--detach")


def words(batch_pk: int) -> tuple[str, str]:
    """Return the command and its argument, as somebody could type them too."""
    return "make_statements", str(batch_pk)
