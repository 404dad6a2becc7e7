"""Service: positions, who serves in them, and when they rotate."""
