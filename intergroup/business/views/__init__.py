"""The pages of business meetings, outside the admin."""
