"""What runs in the bounded child process: one file for each sort of content, so that a child loads only what it needs."""
