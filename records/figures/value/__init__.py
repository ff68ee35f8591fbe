"""The mathematics of what money is worth over time; pure functions of amounts, rates (as fractions) and days."""
