"""Forms that groups send, from the sending to what they change in the register."""
