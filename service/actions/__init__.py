"""Terms begin and end here."""
