"""Words to look at before the public sees them."""
