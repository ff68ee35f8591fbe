"""Questions with a shape of their own: of figures, people, rules, decisions, loads and the past."""
