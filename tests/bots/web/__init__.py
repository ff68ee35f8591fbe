"""The web face, over real HTTP and in a real browser."""
