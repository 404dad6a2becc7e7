"""What somebody took on."""
