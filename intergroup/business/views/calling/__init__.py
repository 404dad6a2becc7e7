"""Calling a meeting on screen: its notice, and orders of business to begin with."""
