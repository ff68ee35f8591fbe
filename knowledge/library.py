"""Documents as tables beside the records."""
