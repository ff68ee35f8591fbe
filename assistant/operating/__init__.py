"""What whoever runs an installation looks at: its log, its health, its metrics; and whom it trusts on the way out."""
