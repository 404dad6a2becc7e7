"""The pages of minutes: writing, reading, the steps to approval, the archive."""
