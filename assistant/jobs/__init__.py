"""Work that outlives the process that was told of it."""
