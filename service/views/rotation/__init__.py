"""The rotation for those who plan it, and by position for everybody."""
