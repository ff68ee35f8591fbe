"""What is told of records, new ones and known ones: their values, and what cannot be meant by them."""
