"""The yearly question: the page behind the link, and the office’s list."""
