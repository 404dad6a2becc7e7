"""The confidential contact sheet."""
