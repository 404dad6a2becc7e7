"""The pages of reports: behind a link, one’s own, and those of the office."""
