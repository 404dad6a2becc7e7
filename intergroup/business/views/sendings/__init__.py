"""Mails to many: begun, gone on with, and shown on one page."""
