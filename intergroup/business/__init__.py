"""The body’s own meetings: agenda, roll call, motions."""
