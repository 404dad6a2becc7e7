"""What a representative carries home."""
