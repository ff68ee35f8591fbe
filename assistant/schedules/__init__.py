"""What comes of itself: when it comes next, what is made of it with whose rights, and how it gets to its readers, each at most once."""
