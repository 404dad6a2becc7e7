"""Pages of service outside the admin."""
