"""The register’s screens."""
