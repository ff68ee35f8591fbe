"""What leans on an earlier turn: on a list, a rule, a figure, or a proposal that waits."""
