"""Commands of service."""
