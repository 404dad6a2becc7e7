"""Motions on the web: the form, the book, the page of each, and the groups’ ballots."""
