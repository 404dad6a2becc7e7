"""What is written down while a business meeting runs."""
