"""Typed readers of the environment; a bad value stops the process with a sentence."""

import os
import re
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "on", "yes"})
FALSE = frozenset({"0", "false", "off", "no"})
_SITE = re.compile(r"https?://[\w.\-\[\]:]+", re.ASCII)


def text(name: str, default: str | None) -> str:
    """Return the text of ``name``; without one and without a default, stop."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(f"The environment variable {name} must be set.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return a yes or no: on/off, yes/no, true/false or 1/0."""
    value = os.environ.get(name, "").strip().casefold()
    if not value:
        return default
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be “on” or “off”, not “{value}”.")
    return value in TRUE


def words(name: str, default: str) -> list[str]:
    """Return the words of ``name``, separated by spaces or commas."""
    return text(name, default or " ").replace(",", " ").split()


def site(name: str) -> str:
    """Return where the program is on the web, ``https://host``; empty: nobody said."""
    value = text(name, "").rstrip("/")
    if value and not _SITE.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} must be an address such as https://office.example.org, "
            f"with nothing behind the name, not “{value}”."
        )
    return value


def number(name: str, default: int) -> int:
    """Return a whole number that is zero or more."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def folder(name: str, default: Path) -> Path:
    """Return a folder, which is made when it is not there."""
    path = Path(text(name, str(default)))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name}: {path} cannot be used: {error}") from error
    return path


def database(name: str, default: str) -> dict:
    """Return Django’s settings for ``sqlite:////path`` or ``postgres://…``."""
    url = text(name, default)
    scheme = url.partition(":")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"{name} must begin with sqlite: or postgres:, not “{scheme}:”."
        )
    config = environ.Env.db_url_config(url)
    if not config.get("NAME"):
        raise ImproperlyConfigured(f"{name} names no database.")
    return config


def mail(name: str, default: str) -> dict:
    """Return Django’s mail settings for ``smtp://…`` or ``consolemail://``."""
    url = text(name, default)
    scheme = url.partition(":")[0]
    if scheme not in environ.Env.EMAIL_SCHEMES:
        raise ImproperlyConfigured(f"{name} must be an address such as smtp://host:25.")
    return environ.Env.email_url_config(url)
