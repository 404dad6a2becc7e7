"""The pages of service outside the admin."""
