"""The packet: read, presented, kept, sent."""
