"""Commands of the business meeting."""
