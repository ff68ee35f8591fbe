"""What was learned from examples: which tool a message is for, which kind of record, and which words are which value."""
