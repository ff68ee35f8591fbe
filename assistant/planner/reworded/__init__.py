"""A message before it is heard: slips, names, signs and turns of phrase put as everybody else says them."""
