"""The contract of a feed with its readers."""
