"""The books as plain text that other accounting programs read and check."""
