"""What colours a project: one rule a file."""
