"""The packet as presented, and sent."""
