"""The treasury’s writes."""
