"""The office’s page of what groups sent: accept, refuse, ask back."""
