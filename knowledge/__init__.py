"""How a PMO says what must be done: documents taken in, cut into sections, found and cited."""
