"""Meeting feeds: reading them."""
