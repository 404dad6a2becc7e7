"""The printed directory, in every layout."""
