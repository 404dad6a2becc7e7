"""Plain code that knows Django and no fellowship word."""
