"""Elections on screen: one thing to do next, and all that was counted below it."""
