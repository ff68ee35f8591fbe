"""The mathematics of choosing among projects: what each is worth to the board, what it needs, and which to do together."""
