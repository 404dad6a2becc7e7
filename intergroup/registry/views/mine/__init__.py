"""A representative’s own group, on one page."""
