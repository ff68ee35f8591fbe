"""Which records are meant: their kind, conditions, order and count, and the one that is spoken of by its title."""
