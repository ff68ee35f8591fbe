"""What the office's handbook asks of a project: one rule a file."""
