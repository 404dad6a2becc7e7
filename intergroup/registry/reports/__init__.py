"""The register’s reports."""
