"""The face for clients by the Model Context Protocol: all tools, each caller as themselves; what would change something waits for its person on our page."""
