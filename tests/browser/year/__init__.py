"""A whole year of a fictional area, played through its screens by a robot."""
