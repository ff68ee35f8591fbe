"""Tests of what people mean: dates, amounts, names and words."""
