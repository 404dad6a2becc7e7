"""The register’s screens."""

from intergroup.registry.admin import second_steps as second_steps
