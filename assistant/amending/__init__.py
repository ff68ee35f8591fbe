"""A preview that waits is amended in words: some of its rows are left or left out, one gets another value, and what was not read so is said."""
