"""The register’s writes."""
