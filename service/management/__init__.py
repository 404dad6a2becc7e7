"""What service does from the command line."""
