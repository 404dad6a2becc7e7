"""The pages of service that are no lists and no forms of the admin."""
