"""A language model as the speaker of a turn: what goes out to it, what comes back, and what happens when it fails."""
