"""The page of one business meeting."""
