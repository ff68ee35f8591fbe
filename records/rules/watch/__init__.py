"""What may go wrong before it has: one early sign a file. Each may suggest a risk for the register, with what was read."""
