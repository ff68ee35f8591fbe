"""Reading a description: what is to be done, decided, feared and left out, each with the words that say so."""
