"""Spreadsheets of contributions in."""
