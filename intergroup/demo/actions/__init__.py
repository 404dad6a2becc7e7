"""Loading the demonstration into an empty installation."""

from intergroup.demo.actions.loading import (
    Loaded,
    NotEmptyError,
    is_loaded,
    load_demonstration,
    roles_not_held,
    shown_sign_ins,
)

__all__ = [
    "Loaded",
    "NotEmptyError",
    "is_loaded",
    "load_demonstration",
    "roles_not_held",
    "shown_sign_ins",
]
