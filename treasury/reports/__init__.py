"""The treasury’s reports."""
