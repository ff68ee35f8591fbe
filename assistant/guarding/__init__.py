"""The guard: what looks like a fact in a model's words and is not one of this turn's does not get through."""
