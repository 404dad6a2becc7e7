"""Money: the Seventh Tradition, in books that balance."""
