"""The public forms: register, change, pause and close a group."""
