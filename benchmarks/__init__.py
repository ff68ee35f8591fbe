"""How fast the house is, measured on the sample company: one runner, one table (`make bench`)."""
