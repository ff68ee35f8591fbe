"""Reports as files, in the looks of the office, kept as long as no record changes."""
