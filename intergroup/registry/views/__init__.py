"""The register’s pages outside the admin: the public’s, and the office’s own."""
