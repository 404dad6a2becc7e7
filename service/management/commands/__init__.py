"""The commands of service."""
