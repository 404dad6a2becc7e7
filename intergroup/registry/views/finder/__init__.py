"""The public directory: find a meeting, its page, its calendar."""
