"""The treasury’s pages outside the lists of the admin, one file for each noun."""
