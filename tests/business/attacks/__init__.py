"""What people with bad luck, or bad intent, do to the pages of business meetings."""
