"""What whoever runs an installation looks at: its log, its health, its counts; and whom it trusts on the way out."""
