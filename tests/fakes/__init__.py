"""Real things in small: what stands in for a vendor, or for a slow or broken part of the house."""
