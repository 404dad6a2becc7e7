"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: into a file beside it first, then by one renaming.

    Whoever stops it halfway leaves the old file, or none. Raises ValidationError
    (``cannot_write``) where the system refuses.
    """
    try:
        _write_beside(path, data)
    except OSError as error:
        message = _("“%(path)s” cannot be written: %(reason)s.")
        params = {"path": path, "reason": error.strerror}
        raise ValidationError(message, code="cannot_write", params=params) from error


def _write_beside(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(None, _("it is a folder"))
    handle, beside = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
