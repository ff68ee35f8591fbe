"""What a message contains: every piece that has a type, the mood it is in, and what was talked about before it."""
