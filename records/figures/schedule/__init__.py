"""The schedule of a project: its network, its chances, its levelled plan. Pure mathematics here; the figures say what it came to."""
