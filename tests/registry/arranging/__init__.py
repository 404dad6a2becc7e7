"""What the office arranges: meetings, copies, doubles, changes."""
