"""A tool chosen and its slots filled, or the question for what is missing; what makes a change doubtful."""
