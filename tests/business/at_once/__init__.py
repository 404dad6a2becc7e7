"""Two who write at the same moment, each in a session of the database."""
