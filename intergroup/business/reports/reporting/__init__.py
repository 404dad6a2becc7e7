"""Reports to a meeting: who has reported, what they said, the letters that ask."""
