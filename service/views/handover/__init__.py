"""Handing a position on: one’s own page, the list, what is said on it, and on paper."""
