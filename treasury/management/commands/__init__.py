"""Commands of the treasury."""
